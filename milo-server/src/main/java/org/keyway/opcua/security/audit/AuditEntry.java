package org.keyway.opcua.security.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a client did or tried, or that somebody decided about clients.
 *
 * @param account by which it was signed in, or tried to; of what was decided, who on this computer did
 * @param application its URI
 * @param address from where it came
 * @param machine whose node it is
 * @param node the node written or called
 * @param before the value that was replaced, or the arguments of a call
 * @param after the value written, or the results of a call
 * @param status a status code's name, {@code Good} where it was done
 * @param clientEntry what the client calls it in its own audit (OPC 10000-4 7.32)
 */
public record AuditEntry(
        Instant at,
        Kind kind,
        Optional<String> account,
        Optional<String> application,
        Optional<String> address,
        Optional<String> machine,
        Optional<String> node,
        Optional<String> before,
        Optional<String> after,
        String status,
        Optional<String> clientEntry) {
    /** What kind of thing. The names are what is kept. */
    public enum Kind {
        WRITE,
        CALL,
        SIGN_IN,
        CERTIFICATE,
        /** An account was made, changed or removed. */
        ACCOUNT,
        /** A certificate, named as the node is, is trusted from now on, or no more. */
        TRUST,
        /** So many more of what was tried and refused than are kept one by one. */
        MORE
    }
}
