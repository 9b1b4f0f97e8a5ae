/**
 * Who may do something from outside: people and machines with their roles, how they prove who they are, and for how long
 * nobody may try again after wrong passwords. OPC UA asks here today; whatever else lets people in asks the same. What an
 * account is allowed is decided where it is used.
 */
@NullMarked
package org.keyway.job.account;

import org.jspecify.annotations.NullMarked;
