package org.keyway.profile;

import java.util.Optional;

/**
 * Where a machine is reached.
 *
 * @param url such as {@code opc.tcp://127.0.0.1:48400}
 * @param security the security policy's short name, or {@code None}
 * @param passwordFrom where the password comes from, such as {@code env:HMC01_PASSWORD}; never the password itself
 */
public record Endpoint(String url, String security, Optional<String> user, Optional<String> passwordFrom) {
    /** Of a machine that comes to us. */
    public static final Endpoint NONE = new Endpoint("", "None", Optional.empty(), Optional.empty());
}
