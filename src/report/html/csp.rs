//! What the file may do in a browser: show its own style, run its own script, and nothing else.

/// Nothing is loaded, nothing is sent; style and script are named by their hashes.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'sha256-8k+m7UQEE8Poul2lql/qSsFuP3F15vUaHAoEg+yLbG0='; script-src 'sha256-2OqUmb1N66dBvT8Fki61iQgbZ4nzxmaSbZKOswYWY74='; base-uri 'none'; form-action 'none'";

/// The same of a page over many teams, which has a style and a script more.
pub(super) const ROLLUP_POLICY: &str = "default-src 'none'; style-src 'sha256-8k+m7UQEE8Poul2lql/qSsFuP3F15vUaHAoEg+yLbG0=' 'sha256-1CUKH65j4NFfTKtnHbrvsjNhdrqoHQN8jMQY+++0GHA='; script-src 'sha256-2OqUmb1N66dBvT8Fki61iQgbZ4nzxmaSbZKOswYWY74=' 'sha256-NmbZuDFP9wi+pUn3cHGvByu7232sSoVSVkXc9nDVNq8='; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest as _, Sha256};

    use super::{POLICY, ROLLUP_POLICY};
    use crate::report::html::assets::{ROLLUP_SCRIPT, ROLLUP_STYLE, SCRIPT, STYLE};
    use crate::text::inert;

    #[test]
    fn the_hashes_are_those_of_style_and_script() {
        let hash = |text: &&str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
        for (policy, styles, scripts) in
            [(POLICY, &[STYLE][..], &[SCRIPT][..]), (ROLLUP_POLICY, &[STYLE, ROLLUP_STYLE], &[SCRIPT, ROLLUP_SCRIPT])]
        {
            let [style, script] = [styles, scripts].map(|all| all.iter().map(hash).collect::<Vec<_>>().join(" "));
            let expected = format!(
                "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
            );
            assert_eq!(policy, expected);
            for text in styles.iter().chain(scripts) {
                assert_eq!(*inert(text), **text, "nor does standard output change them");
            }
        }
    }
}
