/**
 * Tables as files: CSV (RFC 4180, UTF-8) and XLSX (ECMA-376 Part 1, SpreadsheetML), in and out. Knows nothing of what the
 * tables say. What comes in is hostile: bytes, entries, rows, cells and characters are counted while they are read, and
 * reading ends at the first that is too many; nothing in a file is ever evaluated or followed.
 */
@NullMarked
package org.keyway.profile.sheet;

import org.jspecify.annotations.NullMarked;
