package org.keyway.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.source.Question;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceConfiguration.KeyPlace;
import org.keyway.identifier.resolution.source.SourceConfiguration.RequestSettings;

/**
 * One service that may be asked about identifiers.
 *
 * <pre>
 * name: erp
 * type: http                        # gs1 | handle | idhub | secondary-node | http
 * url: "https://erp.example/parts/{value}?serial={serial}"
 * keys: [part]                      # kinds of key that it is asked about; the type's own where nothing is said
 * per: part                         # product | lot | part: what it knows facts about; product where nothing is said
 * product: {at: /item/number, kind: part}     # where the answer names the product, and as which kind of registry key
 * attributes: {/item/boreClass: boreClass}    # a fact's name or JSON pointer: our attribute; nothing else is used
 * tokenFrom: "file:/run/secrets/erp"          # or env:NAME; sent as bearer
 * insecure: false                   # plain http to another computer
 * certificate: "9F:86:…"            # SHA-256 of the server's certificate; its answers then count as SIGNED_REMOTE
 * linkTypes: ["gs1:masterData"]     # gs1: which links may be followed
 * followLabel: false                # gs1: ask a Digital Link's own host, if it is among the hosts
 * body: '{"number": "{value}"}'     # http: posted; got where there is none
 * </pre>
 */
record SourceEntry(
        @Nullable String name,
        @Nullable String type,
        @Nullable String url,
        @Nullable Set<String> keys,
        @Nullable String per,
        @Nullable Place product,
        @Nullable Map<String, String> attributes,
        @Nullable String tokenFrom,
        @Nullable Boolean insecure,
        @Nullable String certificate,
        @Nullable List<String> linkTypes,
        @Nullable Boolean followLabel,
        @Nullable String body) {
    record Place(@Nullable String at, @Nullable String kind) {}

    SourceConfiguration configuration() {
        String known = IdentifierFile.required("name of a source", name);
        if (product == null) {
            throw missing(known, "product is missing, such as {at: /gtin, kind: gtin}");
        }
        return new SourceConfiguration(
                known,
                IdentifierFile.required("type of source " + known, type),
                IdentifierFile.required("url of source " + known, url),
                keys == null ? Set.of() : keys,
                level(known),
                new KeyPlace(
                        IdentifierFile.required("product: at of source " + known, product.at()),
                        IdentifierFile.required("product: kind of source " + known, product.kind())),
                attributes == null ? Map.of() : attributes,
                Optional.ofNullable(tokenFrom).map(SecretReference::new),
                Boolean.TRUE.equals(insecure),
                Optional.ofNullable(certificate),
                new RequestSettings(
                        linkTypes == null ? List.of() : linkTypes,
                        Boolean.TRUE.equals(followLabel),
                        Optional.ofNullable(body)));
    }

    private Question.Level level(String known) {
        if (per == null) {
            return Question.Level.PRODUCT;
        }
        for (Question.Level level : Question.Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(per)) {
                return level;
            }
        }
        throw missing(known, "per must be product, lot or part, not " + per);
    }

    private static IllegalArgumentException missing(String source, String what) {
        return new IllegalArgumentException("source " + source + ": " + what);
    }
}
