package org.keyway.identifier.fuzz;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.SchemeRules;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.Gs1Settings;
import org.keyway.identifier.handle.HandleSuffix;
import org.keyway.identifier.labelprofile.LabelProfile;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.vin.CheckDigitPolicy;

/** A site that has switched on all there is, so that every branch can be reached by a label. */
final class HostileSite {
    private HostileSite() {}

    static IdentifierConfiguration configuration() {
        return IdentifierConfiguration.standard().toBuilder()
                .patterns(patterns())
                .attributes(Map.of("20", "variant", "2P", "revision", "bore", "boreClass"))
                .handleSuffixes(List.of(HandleSuffix.of("88.118.7", "(?<product>[A-Z0-9]+)-(?<serial>[0-9]+)")))
                .bareDataIdentifiers(true)
                .gs1(new Gs1Settings(new ApplicationIdentifiers(), true))
                .profiles(Stream.of("aiag", "bosch-uaes", "gbt-32007", "gm-china", "hyundai-kia", "odette-gtl")
                        .map(LabelProfile::shipped)
                        .toList())
                .rules(rules())
                .longestValues(Map.of("10", 12, "21", 18))
                .requiredElements(Set.of("21"))
                .build();
    }

    private static List<LabelPattern> patterns() {
        return List.of(
                LabelPattern.of(
                        "traveller",
                        "T-(?<product>[A-Z0-9-]+)/(?<lot>[0-9]{6})/(?<serial>[0-9]+)(?<bore>[ABC])?",
                        List.of("T-QX162-01/261125/42A")),
                new PatternDraft("checked", "CB(?<product>[0-9]{3})(?<serial>[0-9A-Z. $/+%-]+)")
                        .check(CheckRule.MOD43)
                        .caseFold(true)
                        .example("CB1500042Z")
                        .load(),
                // Backtracks for ever where it is let.
                LabelPattern.of("costly", "Z(?<product>(a|aa|b)+)!", List.of("Zaab!")));
    }

    private static SchemeRules rules() {
        return SchemeRules.standard()
                .withVinCheckDigit(CheckDigitPolicy.BY_ORIGIN)
                .withHandles(Set.of("hdl.example", "id.example"), true)
                .withLinks(
                        Set.of("id.maker.example"),
                        List.of(LabelPattern.of(
                                "maker",
                                "https://id\\.maker\\.example/p/(?<product>[^?]+)\\?sn=(?<serial>.+)",
                                List.of("https://id.maker.example/p/Q7?sn=A0042"))))
                .withNationalCodes(
                        List.of(LabelPattern.of(
                                "ecode-1-0064",
                                "(?<version>1)(?<numberingSystem>0064)(?<product>[0-9]{15})",
                                List.of("10064000012345678901"))),
                        List.of(LabelPattern.of(
                                "ma-7788",
                                "MA\\.156\\.1008\\.7788/(?<product>[A-Z0-9]+)\\.(?<serial>[0-9]+)",
                                List.of("MA.156.1008.7788/CB150.0042"))))
                .withBareItemIdentifiers(true);
    }

    static Injector injector() {
        return Labels.injector(configuration());
    }

    static Set<IdentifierScheme> schemes(Injector injector) {
        return injector.getInstance(Key.get(new TypeLiteral<Set<IdentifierScheme>>() {}));
    }
}
