/** The configuration file: YAML in, an immutable configuration or a sentence with what is wrong out. */
@NullMarked
package org.keyway.app.config;

import org.jspecify.annotations.NullMarked;
