SELECT s.sha256 AS source, w.start, w.stop - w.start AS length, substr(s.text, w.start + 1, w.stop - w.start) AS text,
       s.pages
FROM (
    SELECT CAST(substr(value, 1, 10) AS INTEGER) AS start, CAST(substr(value, 12, 10) AS INTEGER) AS stop, substr(value, 23) AS sha256
    FROM json_each(:windows)
) w
CROSS JOIN source s ON s.sha256 = w.sha256
ORDER BY source, w.start
