//! What the file may do in a browser: show its own style, run its own script, and nothing else.

/// Nothing is loaded, nothing is sent; style and script are named by their hashes.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'sha256-8k+m7UQEE8Poul2lql/qSsFuP3F15vUaHAoEg+yLbG0='; script-src 'sha256-2OqUmb1N66dBvT8Fki61iQgbZ4nzxmaSbZKOswYWY74='; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest as _, Sha256};

    use super::POLICY;
    use crate::report::html::assets::{SCRIPT, STYLE};
    use crate::text::inert;

    #[test]
    fn the_hashes_are_those_of_style_and_script() {
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
        let (style, script) = (hash(STYLE), hash(SCRIPT));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
        );
        assert_eq!(POLICY, policy);
        assert_eq!((&*inert(STYLE), &*inert(SCRIPT)), (STYLE, SCRIPT), "nor does standard output change them");
    }
}
