extension Migrations {
  /// Steps that are about no single entry, and which details were set on a page.
  static let takingBack = """
    ALTER TABLE step ADD COLUMN person TEXT;  -- one who was hushed, or may come back again
    ALTER TABLE step ADD COLUMN first INTEGER;  -- the same for days
    ALTER TABLE step ADD COLUMN last INTEGER;
    ALTER TABLE step ADD COLUMN name BLOB;  -- a search that was forgotten, or gave way to another
    ALTER TABLE step ADD COLUMN search BLOB;
    ALTER TABLE step ADD COLUMN batch INTEGER;  -- the first of those that were made at once

    ALTER TABLE draft ADD COLUMN touched TEXT;  -- names of Detail; null before it was known, which means all
    """
}
