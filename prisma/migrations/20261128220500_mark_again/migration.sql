-- A second mark of the same correction replaces the reason in one statement, so that two people may mark at once.
GRANT UPDATE ("reason", "marked_by", "marked_at") ON "answer_corrections" TO plumbline_app;
