package org.keyway.identifier.vin;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/**
 * Vehicle identification numbers by themselves. A number names one vehicle, so it is the product key ({@code vin:…}) and
 * the serial number at once; no part of it is a product that all makers would agree on. Enough codes of other kinds have
 * seventeen characters, and one in eleven of them the right check digit: the claim is only likely.
 */
public final class VinScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "vin";

    private static final int SEQUENCE_DIGITS = 4;

    private final CheckDigitPolicy policy;

    @Inject
    public VinScheme(IdentifierConfiguration configuration) {
        this.policy = configuration.rules().vinCheckDigit();
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (text.length() != VehicleNumber.LENGTH || label.declaresElementString() || !alphanumeric(text)) {
            return Optional.empty();
        }
        String number = text.toUpperCase(Locale.ROOT);
        int stranger = VehicleNumber.firstStranger(number);
        if (stranger >= 0) {
            return misprinted(number, stranger) ? Optional.of(refused(number)) : Optional.empty();
        }
        boolean checked = new VehicleNumber(number).checked();
        boolean plausible = number.equals(text) ? checked || sequenceNumbered(number) : checked;
        return plausible ? Optional.of(claim(new VehicleNumber(number), number.equals(text))) : Optional.empty();
    }

    /** Letters and digits, both of them: as many digits alone are some other number. */
    private static boolean alphanumeric(String text) {
        boolean letters = false;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit) {
                return false;
            }
            letters |= letter;
            digits |= digit;
        }
        return letters && digits;
    }

    /** The last four characters are digits (ISO 3779 5.3). */
    private static boolean sequenceNumbered(String number) {
        for (int i = VehicleNumber.LENGTH - SEQUENCE_DIGITS; i < VehicleNumber.LENGTH; i++) {
            if (number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A single I, O or Q in what is otherwise a number of a country with check digits: typed by hand, or misread. */
    private boolean misprinted(String number, int stranger) {
        return policy.of(number.charAt(0)) != CheckDigitPolicy.OFF
                && sequenceNumbered(number)
                && VehicleNumber.firstStranger(number.substring(stranger + 1)) < 0;
    }

    private Claim refused(String number) {
        List<Issue> issues = new ArrayList<>(1);
        VehicleNumber.flaw(NAME, number, policy).ifPresent(issues::add);
        return Claim.refused(NAME, Strength.LIKELY, List.of(new Element(NAME, "VIN", number)), issues);
    }

    private Claim claim(VehicleNumber number, boolean capitals) {
        List<Issue> issues = new ArrayList<>(1);
        VehicleNumber.flaw(NAME, number.text(), policy).ifPresent(issues::add);
        if (!capitals) {
            issues.add(IssueCode.VIN_SMALL_LETTERS.issue());
        }
        boolean sound = issues.stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
        return new Claim(
                NAME,
                Strength.LIKELY,
                issues.isEmpty(),
                number.elements(),
                sound ? Optional.of("vin:" + number.text()) : Optional.empty(),
                Optional.of(number.text()),
                Optional.empty(),
                number.modelYears()
                        .map(years -> Map.of("wmi", number.text().substring(0, 3), "modelYear", years))
                        .orElseGet(() -> Map.of("wmi", number.text().substring(0, 3))),
                issues);
    }
}
