package org.keyway.identifier.handle;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** Handles of the Chinese industrial internet. A prefix alone is no identifier. */
public final class HandleScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "handle";

    private static final int LONGEST = 255;
    private static final Pattern HANDLE = Pattern.compile("(8[68](?:\\.[0-9]{1,8}+){1,3}+)/(\\S.*+)");
    private static final Pattern PREFIX_ONLY = Pattern.compile("8[68](?:\\.[0-9]{1,8}+){2,3}+/?+|8[68]\\.[0-9]{1,8}+/");
    private static final List<String> ROLES = List.of("product", "serial", "lot");

    private static final Pattern GENERAL =
            Pattern.compile("(?!8[68]\\.)([0-9A-Za-z]++(?:\\.[0-9A-Za-z_-]++)*+)/(\\S.*+)");

    private final Map<String, HandleSuffix> suffixes;
    private final Set<String> hosts;

    @Inject
    public HandleScheme(IdentifierConfiguration configuration) {
        this.hosts = configuration.rules().handleHosts();
        this.suffixes = configuration.handleSuffixes().stream()
                .collect(Collectors.toUnmodifiableMap(HandleSuffix::prefix, Function.identity()));
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        if (label.declaresElementString()) {
            return Optional.empty();
        }
        return HandleText.in(label.text(), hosts).flatMap(this::read);
    }

    private Optional<Claim> read(HandleText handle) {
        if (PREFIX_ONLY.matcher(handle.text()).matches()) {
            return Optional.of(refused(handle, IssueCode.HANDLE_PREFIX_ONLY));
        }
        // Declared, or of a registrant that other registries serve: the prefix is not ours to judge.
        boolean ours =
                handle.text().startsWith("8") && HANDLE.matcher(handle.text()).matches();
        Matcher parts = (ours || handle.strength() == Strength.STRUCTURAL ? HANDLE : GENERAL).matcher(handle.text());
        if (parts.matches()) {
            boolean sound =
                    handle.text().length() <= LONGEST && parts.group(2).chars().noneMatch(c -> c < ' ' || c == 0xFFFD);
            return Optional.of(
                    sound
                            ? claim(handle, parts.group(1), parts.group(2))
                            : refused(handle, IssueCode.HANDLE_MALFORMED));
        }
        return handle.strength() == Strength.DECLARED
                ? Optional.of(refused(handle, IssueCode.HANDLE_MALFORMED))
                : Optional.empty();
    }

    private Claim claim(HandleText handle, String prefix, String suffix) {
        HandleSuffix meaning = suffixes.get(prefix);
        if (meaning == null) {
            return claim(handle, prefix, suffix, Map.of("product", suffix));
        }
        return meaning.groups(suffix)
                .map(groups -> claim(handle, prefix, suffix, groups))
                .orElseGet(() -> Claim.refused(
                        NAME,
                        handle.strength(),
                        List.of(new Element("prefix", "PREFIX", prefix), new Element("suffix", "SUFFIX", suffix)),
                        List.of(IssueCode.HANDLE_SUFFIX.issue(Map.of("prefix", prefix)))));
    }

    private static Claim claim(HandleText handle, String prefix, String suffix, Map<String, String> groups) {
        List<Element> elements = new ArrayList<>();
        elements.add(new Element("prefix", "PREFIX", prefix));
        elements.add(new Element("suffix", "SUFFIX", suffix));
        Map<String, String> attributes = new HashMap<>(groups);
        ROLES.forEach(attributes::remove);
        attributes.forEach((name, value) -> elements.add(new Element(name, name.toUpperCase(Locale.ROOT), value)));
        return new Claim(
                NAME,
                handle.strength(),
                true,
                elements,
                Optional.ofNullable(groups.get("product")).map(product -> "handle:" + prefix + "/" + product),
                Optional.ofNullable(groups.get("serial")),
                Optional.ofNullable(groups.get("lot")),
                attributes,
                List.of());
    }

    private static Claim refused(HandleText handle, IssueCode code) {
        return Claim.refused(NAME, handle.strength(), List.of(), List.of(code.issue()));
    }
}
