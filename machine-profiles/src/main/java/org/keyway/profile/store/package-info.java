/**
 * The database: opening it, its schema, the tables of the workshop, and what services answered about identifiers. All
 * SQL of this module stands here; other modules bring their own tables and keep their SQL in a {@code store} package of
 * their own.
 */
@NullMarked
package org.keyway.profile.store;

import org.jspecify.annotations.NullMarked;
