UNWIND $windows AS window
WITH toInteger(substring(window, 0, 10)) AS start, toInteger(substring(window, 11, 10)) AS stop, substring(window, 22) AS sha256
MATCH (s:Source {sha256: sha256})
RETURN s.sha256 AS source, start, stop - start AS length, substring(s.text, start, stop - start) AS text,
       s.pages AS pages
ORDER BY source, start
