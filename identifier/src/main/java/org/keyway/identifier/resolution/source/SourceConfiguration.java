package org.keyway.identifier.resolution.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One service that may be asked.
 *
 * @param name what operators and logs call it
 * @param type the name of its {@link SourceProtocol}
 * @param url its base address; of type {@code http} the whole address with <code>{key}</code>, <code>{kind}</code>, <code>
 *     {value}</code>, <code>{serial}</code>, <code>{lot}</code> in path or query
 * @param kinds of keys that it is asked about; its type's own when empty
 * @param level whether it knows products, lots or single parts
 * @param product where its content names the product, which must be in the registry for the answer to count
 * @param attributes which attribute a fact of its content is, by the fact's name or its JSON pointer (RFC 6901); nothing
 *     else of its content is used
 * @param token what it is to be signed in with, as bearer (RFC 6750)
 * @param login how it is signed in to where its token must be got by answering a challenge; for type {@code idhub}
 * @param insecure whether it may be asked without TLS although it is on another computer
 * @param certificate SHA-256 of the certificate that it must show, in hexadecimal; answers then count as signed
 * @param signatures whose signatures over its answers count; for types {@code handle} and {@code http}
 * @param request what only some types use
 */
public record SourceConfiguration(
        String name,
        String type,
        String url,
        Set<String> kinds,
        Question.Level level,
        KeyPlace product,
        Map<String, String> attributes,
        Optional<SecretReference> token,
        Optional<Login> login,
        boolean insecure,
        Optional<String> certificate,
        Signatures signatures,
        RequestSettings request) {
    private static final Set<String> SIGNED_TYPES = Set.of("handle", "http");

    /**
     * Where content names the product.
     *
     * @param at the fact's name or its JSON pointer
     * @param kind of registry key that the value found there is
     */
    public record KeyPlace(String at, String kind) {}

    /**
     * What only some types of source use.
     *
     * @param linkTypes GS1: link types whose target may be fetched, the best first; GS1's master data when empty
     * @param followLabel GS1: whether a Digital Link's own host is asked if the allow list has it
     * @param body HTTP lookup: what is posted, JSON with the same placeholders as the address; got when empty
     */
    public record RequestSettings(List<String> linkTypes, boolean followLabel, Optional<String> body) {
        /** Nothing out of the ordinary. */
        public static final RequestSettings USUAL = new RequestSettings(List.of(), false, Optional.empty());

        public RequestSettings {
            linkTypes = List.copyOf(linkTypes);
        }
    }

    /**
     * A source.
     *
     * @throws IllegalArgumentException when something in it can't be meant, with what to change
     */
    public SourceConfiguration {
        kinds = Set.copyOf(kinds);
        attributes = Map.copyOf(attributes);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw new IllegalArgumentException("source " + name + ": a name has letters, digits and . _ - only");
        }
        if (certificate
                .filter(hash -> !hash.matches("(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}"))
                .isPresent()) {
            throw new IllegalArgumentException("source " + name + ": certificate must be a SHA-256 in hexadecimal");
        }
        if (login.isPresent() && (token.isPresent() || !type.equals("idhub"))) {
            throw new IllegalArgumentException(
                    "source " + name + ": login is for type idhub, and takes the place of tokenFrom");
        }
        if (!signatures.signers().isEmpty() && !SIGNED_TYPES.contains(type)) {
            throw new IllegalArgumentException("source " + name + ": signers are for types handle and http");
        }
        if (signatures.demanded() && signatures.signers().isEmpty() && certificate.isEmpty()) {
            throw new IllegalArgumentException(
                    "source " + name + ": trust SIGNED_REMOTE needs signers or a certificate");
        }
        address(name, url);
        String places = url + request.body().orElse("");
        demand(name, places, "{serial}", level == Question.Level.PART, "per: part");
        demand(name, places, "{lot}", level != Question.Level.PRODUCT, "per: lot or per: part");
    }

    /** A place that would always stay empty, because the source is asked about more than that, is a mistake. */
    private static void demand(String name, String places, String place, boolean filled, String otherwise) {
        if (places.contains(place) && !filled) {
            throw new IllegalArgumentException("source " + name + ": " + place + " needs " + otherwise);
        }
    }

    private static URI address(String name, String url) {
        int path = url.indexOf('/', Math.max(0, url.indexOf("://") + 3));
        int brace = url.indexOf('{');
        if (path >= 0 && brace >= 0 && brace < path) {
            throw new IllegalArgumentException("source " + name + ": the host in url must not come from a label");
        }
        Optional<URI> address = parsed(url.replaceAll("\\{[a-z]+}", "x"))
                .filter(found -> "https".equals(found.getScheme()) || "http".equals(found.getScheme()))
                .filter(found -> found.getHost() != null && found.getRawUserInfo() == null);
        return address.orElseThrow(
                () -> new IllegalArgumentException("source " + name + ": url must be https://host[:port][/path]"));
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The address with its placeholders taken up by something harmless. */
    public URI address() {
        return address(name, url);
    }

    /** The base address without a slash at its end. */
    String base() {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The certificate's hash in small letters without colons. */
    Optional<String> pin() {
        return certificate.map(hash -> hash.replace(":", "").toLowerCase(Locale.ROOT));
    }

    /** Differs whenever answers must be read anew, as after another address or another mapping. */
    public String fingerprint() {
        List<Object> parts = List.of(
                type, url, level, product, new TreeMap<>(attributes), insecure, certificate, signatures, request);
        return name + "@"
                + Sha256.of(parts.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
