SELECT st.id AS at, st.subject, st.type, st.object, st.qualifier, st.source, st.start, st.stop, st.quote, st.cue, st.extractor,
       st.confidence, st.mention, st.pinpoint, t.text AS task_text, t.assignee AS task_assignee, t.roles AS task_roles,
       t.deadlines AS task_deadlines, t.recurrence AS task_recurrence, t.part AS task_part,
       t.event_deadlines AS task_event_deadlines, t.reports AS task_reports
FROM statement st LEFT JOIN task t ON t.statement = st.id
WHERE st.retracted_at IS NULL AND st.id > :after
ORDER BY st.id LIMIT :limit
