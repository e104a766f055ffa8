//! The sub-domains in the blocks in which documents show them: those with the same parents together.

use crate::lang::Lang;
use crate::report::kit::signs::Signs;
use crate::scoring::Scored;
use crate::text::one_line;

/// Sub-domains that stand right below the same node.
pub(in crate::report) struct Block<'a, 'm> {
    /// The area, if this is its first block and it is no sub-domain itself.
    pub opens: Option<&'a Scored<'m>>,
    /// What stands between the area and the sub-domains, from above; empty where nothing does.
    between: Vec<&'a Scored<'m>>,
    /// The node that they stand below: the model, where the areas are the sub-domains.
    pub parent: &'a Scored<'m>,
    /// The sub-domains, in the model's order.
    pub sub_domains: &'a [Scored<'m>],
}

impl Block<'_, '_> {
    /// `Configuration management`, the names between area and sub-domains; `None` where nothing stands there.
    pub(in crate::report) fn title(&self, lang: Lang, signs: &Signs) -> Option<String> {
        let names: Vec<_> = self.between.iter().map(|scored| one_line(scored.node.name().get(lang))).collect();
        (!names.is_empty()).then(|| names.join(signs.path))
    }
}

/// All sub-domains in scope, in the model's order.
pub(in crate::report) fn blocks<'a, 'm>(overall: &'a Scored<'m>) -> Vec<Block<'a, 'm>> {
    let mut blocks = Vec::new();
    collect(overall, &[], &mut blocks);
    blocks
}

fn collect<'a, 'm>(at: &'a Scored<'m>, above: &[&'a Scored<'m>], blocks: &mut Vec<Block<'a, 'm>>) {
    if at.children.iter().any(|child| child.node.sub_domain().is_some()) {
        let area = above.first().copied();
        let is_new =
            |area: &&Scored<'_>| !blocks.last().is_some_and(|block| block.parent.node.id().is_within(area.node.id()));
        let between = above.iter().skip(1).copied().collect();
        let opens = area.filter(is_new);
        blocks.push(Block { opens, between, parent: at, sub_domains: &at.children });
        return;
    }
    for child in &at.children {
        let path: Vec<_> = above.iter().copied().chain([child]).collect();
        collect(child, &path, blocks);
    }
}
