-- With a trigger on its table SQLite first collects the rows of a statement in a table of its own; the writer logs new items itself.
DROP TRIGGER item_is_logged;
