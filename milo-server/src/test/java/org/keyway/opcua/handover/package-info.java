/** The hand-over: its rules one by one, and every order of events that two sides and a network can bring about. */
@NullMarked
package org.keyway.opcua.handover;

import org.jspecify.annotations.NullMarked;
