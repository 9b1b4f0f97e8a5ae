/**
 * Workshop files: YAML documents in, a whole workshop or every problem with its file and line out; and a whole workshop in,
 * the files that give it again out. Reading is strict; a key, a type, a unit or a reference that isn't known is a problem. Knows nothing of the database.
 */
@NullMarked
package org.keyway.profile.workshopfile;

import org.jspecify.annotations.NullMarked;
