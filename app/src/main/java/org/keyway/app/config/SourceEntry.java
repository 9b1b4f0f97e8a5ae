package org.keyway.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.source.Login;
import org.keyway.identifier.resolution.source.Question;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.Signatures;
import org.keyway.identifier.resolution.source.Signatures.Signer;
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
 * login: {handle: 88.118.7/App_keyway, keyFrom: "file:/run/secrets/idhub.pem"}    # idhub: signed in by a challenge instead
 * insecure: false                   # plain http to another computer
 * certificate: "9F:86:…"            # SHA-256 of the server's certificate; its answers then count as SIGNED_REMOTE
 * signers: [{id: "300:0.NA/88.118", keyFrom: "file:/etc/keyway/registry.pem"}]    # handle, http: whose signatures count
 * trust: SIGNED_REMOTE              # an answer that none of them signed is refused; REMOTE where nothing is said
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
        @Nullable LoginEntry login,
        @Nullable Boolean insecure,
        @Nullable String certificate,
        @Nullable List<SignerEntry> signers,
        @Nullable String trust,
        @Nullable List<String> linkTypes,
        @Nullable Boolean followLabel,
        @Nullable String body) {
    record Place(@Nullable String at, @Nullable String kind) {}

    record LoginEntry(@Nullable String handle, @Nullable String keyFrom) {
        Login login(String source) {
            return new Login(
                    IdentifierFile.required("login: handle of source " + source, handle),
                    new SecretReference(IdentifierFile.required("login: keyFrom of source " + source, keyFrom)));
        }
    }

    record SignerEntry(@Nullable String id, @Nullable String keyFrom) {
        Signer signer(String source) {
            return new Signer(
                    IdentifierFile.required("signers: id of source " + source, id),
                    new SecretReference(IdentifierFile.required("signers: keyFrom of source " + source, keyFrom)));
        }
    }

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
                login == null ? Optional.empty() : Optional.of(login.login(known)),
                Boolean.TRUE.equals(insecure),
                Optional.ofNullable(certificate),
                signatures(known),
                new RequestSettings(
                        linkTypes == null ? List.of() : linkTypes,
                        Boolean.TRUE.equals(followLabel),
                        Optional.ofNullable(body)));
    }

    private Signatures signatures(String known) {
        if (trust != null && !trust.equals("REMOTE") && !trust.equals("SIGNED_REMOTE")) {
            throw missing(known, "trust must be REMOTE or SIGNED_REMOTE, not " + trust);
        }
        return new Signatures(
                signers == null
                        ? List.of()
                        : signers.stream().map(entry -> entry.signer(known)).toList(),
                "SIGNED_REMOTE".equals(trust));
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
