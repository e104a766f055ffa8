//! What the file may do in a browser: show its own style, run its own script, and nothing else.

/// Nothing is loaded, nothing is sent; style and script are named by their hashes.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'sha256-H/1JxY6X7xsmZJ1TJjqYJGYWlszcq4hJc1KmDchxvqQ=' 'sha256-DrQ8ZJ+20jL+QUx9A25h6YP2mFhohvvYTig9LU4U2+0='; script-src 'sha256-2OqUmb1N66dBvT8Fki61iQgbZ4nzxmaSbZKOswYWY74='; base-uri 'none'; form-action 'none'";

/// The policy of a page over many teams, which has one more style and script.
pub(super) const ROLLUP_POLICY: &str = "default-src 'none'; style-src 'sha256-H/1JxY6X7xsmZJ1TJjqYJGYWlszcq4hJc1KmDchxvqQ=' 'sha256-DrQ8ZJ+20jL+QUx9A25h6YP2mFhohvvYTig9LU4U2+0=' 'sha256-rGWESvn91eB8Qdg5eWm0nIScVyeYVFbSR4wCevfzaVg='; script-src 'sha256-2OqUmb1N66dBvT8Fki61iQgbZ4nzxmaSbZKOswYWY74=' 'sha256-wSL0Nd3wbkuZYGBPK8GdoA1ivCTLHQdIJyObMvQLWIg='; base-uri 'none'; form-action 'none'";

/// The policy of a questionnaire, which has a style and scripts of its own.
pub(super) const FORM_POLICY: &str = "default-src 'none'; style-src 'sha256-H/1JxY6X7xsmZJ1TJjqYJGYWlszcq4hJc1KmDchxvqQ=' 'sha256-ffKePE0qylYFOak3P7vNWdE8wDDm5LcQ1IuNUilpd8M='; script-src 'sha256-b4+o+E9U2I6y/xmD2GNEW/rQI01xP7JwHGfO3HCBaW8=' 'sha256-O2V7gP0V0ByDxbjooZ5x/sLTKywp91gDgQDU3Z/NagQ=' 'sha256-ByQjT/PNSLkVM6t84J5M6KlSebx99TlTm9DNp3N7UVY=' 'sha256-b7+u4PWOQZjJIRgp6VGO0Jhppyci53dlgf+fXr2hxS8=' 'sha256-KJI3DBH18uMkYZ6iZw/XYWd8BtAzL/f8e2h/R1aazV4=' 'sha256-JONZEecbfypFd8Q8XivkfhBja0Z7kHmsjzj/DaFVbwE=' 'sha256-s/CC2gShrEq7kf3P5XyZF1FTO9KD4alNkHbasI1NMrU=' 'sha256-/xZiyBNC86Sf5Va6vf5kXpwX2zWMCMO2x4skTf5iLp0=' 'sha256-4LFfZVmiC0/D4zFJB5DhamQkhRc0JN91W095N8oMoVU='; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest as _, Sha256};

    use super::{FORM_POLICY, POLICY, ROLLUP_POLICY};
    use crate::report::html::assets::{BASE, FORM_SCRIPTS, FORM_STYLE, ROLLUP_SCRIPT, ROLLUP_STYLE, SCRIPT, STYLE};
    use crate::text::inert;

    #[test]
    fn the_hashes_are_those_of_style_and_script() {
        let hash = |text: &&str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
        for (policy, styles, scripts) in [
            (POLICY, &[BASE, STYLE][..], &[SCRIPT][..]),
            (ROLLUP_POLICY, &[BASE, STYLE, ROLLUP_STYLE], &[SCRIPT, ROLLUP_SCRIPT]),
            (FORM_POLICY, &[BASE, FORM_STYLE], &FORM_SCRIPTS),
        ] {
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
