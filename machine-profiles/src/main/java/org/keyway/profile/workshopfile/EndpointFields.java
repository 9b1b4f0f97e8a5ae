package org.keyway.profile.workshopfile;

import java.util.Map;
import java.util.Optional;
import org.keyway.profile.Endpoint;

/** Reads and writes where a device is reached, under the key {@code endpoint}. */
final class EndpointFields {
    private static final String KEY = "endpoint";

    private EndpointFields() {}

    static Endpoint read(Fields device) {
        return device.mapping(KEY).map(EndpointFields::endpoint).orElseGet(() -> {
            device.problem(device.line(), ImportCode.MISSING_KEY, Map.of("key", KEY));
            return new Endpoint("", "None", Optional.empty(), Optional.empty());
        });
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
        return device.mapping(
                KEY,
                new Entries()
                        .text("url", endpoint.url())
                        .text("security", endpoint.security())
                        .text("user", endpoint.user())
                        .text("passwordFrom", endpoint.passwordFrom()));
    }
}
