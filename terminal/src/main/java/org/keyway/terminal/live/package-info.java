/**
 * Server-sent events: what happens on the shop floor, told to every page that listens. Job and machine changes come in
 * from job control and are passed on without ever holding it up; a listener that can't keep up is dropped.
 */
@NullMarked
package org.keyway.terminal.live;

import org.jspecify.annotations.NullMarked;
