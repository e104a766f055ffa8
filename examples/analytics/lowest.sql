-- The sub-domains that hold each team at its level, the lowest score first. A level of `1–3` depends on open answers.
SELECT
    teams.team,
    CASE WHEN teams.level IS NULL THEN teams.worst || '–' || teams.best ELSE teams.level::VARCHAR END AS level,
    count(*) AS "how many",
    arg_min(sub_domain.id, (sub_domain.score, sub_domain.id)) AS lowest,
    min(sub_domain.score) AS score
FROM teams
JOIN rows AS sub_domain ON sub_domain.path = teams.path
    AND sub_domain.kind = 'sub-domain'
    AND sub_domain.best = teams.best
WHERE teams.best < 5
GROUP BY teams.path, teams.team, teams.level, teams.worst, teams.best
ORDER BY teams.best, "how many" DESC, teams.team;
