package org.keyway.profile.workshopfile;

import java.util.Map;
import org.keyway.profile.Endpoint;

/** Reads and writes where a device is reached, under the key {@code endpoint}. */
final class EndpointFields {
    private static final String KEY = "endpoint";

    private EndpointFields() {}

    static Endpoint read(Fields device) {
        Endpoint endpoint = optional(device);
        if (endpoint.equals(Endpoint.NONE)) {
            missing(device);
        }
        return endpoint;
    }

    /** Of a device of which only its profile says whether it needs one. */
    static Endpoint optional(Fields device) {
        return device.mapping(KEY).map(EndpointFields::endpoint).orElse(Endpoint.NONE);
    }

    static void missing(Fields device) {
        device.problem(device.line(), ImportCode.MISSING_KEY, Map.of("key", KEY));
    }

    private static Endpoint endpoint(Fields fields) {
        String url = fields.text("url");
        String security = fields.optionalText("security").orElse("Basic256Sha256");
        if (security.equals("None") && !isLoopback(url)) {
            fields.problem(fields.line("security"), ImportCode.INSECURE_ENDPOINT, Map.of("url", url));
        }
        Endpoint endpoint =
                new Endpoint(url, security, fields.optionalText("user"), fields.optionalText("passwordFrom"));
        fields.finish();
        return endpoint;
    }

    private static boolean isLoopback(String url) {
        return url.matches("opc\\.tcp://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?(/.*)?");
    }

    static Entries write(Entries device, Endpoint endpoint) {
        if (endpoint.equals(Endpoint.NONE)) {
            return device;
        }
        return device.mapping(
                KEY,
                new Entries()
                        .text("url", endpoint.url())
                        .text("security", endpoint.security())
                        .text("user", endpoint.user())
                        .text("passwordFrom", endpoint.passwordFrom()));
    }
}
