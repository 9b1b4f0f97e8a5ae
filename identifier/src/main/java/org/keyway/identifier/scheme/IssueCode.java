package org.keyway.identifier.scheme;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;
import org.keyway.identifier.MessageCatalogue;

/** Everything that can be wrong with a label, each with its stable code. An error keeps the label from naming a product. */
public enum IssueCode {
    EMPTY("KW-ID-001", Severity.ERROR),
    TOO_LONG("KW-ID-002", Severity.ERROR),
    CONTROL_CHARACTER("KW-ID-003", Severity.ERROR),
    CASE_SWAPPED("KW-ID-004", Severity.ERROR),
    INPUT_METHOD("KW-ID-005", Severity.ERROR),
    UNREADABLE("KW-ID-006", Severity.ERROR),
    SCHEME_FAILED("KW-ID-007", Severity.ERROR),
    NO_PRODUCT("KW-ID-008", Severity.ERROR),
    SYMBOLOGY_MALFORMED("KW-ID-009", Severity.ERROR),
    SEPARATORS_RESTORED("KW-ID-010", Severity.WARNING),
    FULL_WIDTH_FOLDED("KW-ID-011", Severity.WARNING),
    BLANKS_REMOVED("KW-ID-012", Severity.WARNING),
    SYMBOLOGY_NOT_SENT("KW-ID-013", Severity.WARNING),
    UNKNOWN_ELEMENT("KW-ID-020", Severity.ERROR),
    ELEMENT_TOO_SHORT("KW-ID-021", Severity.ERROR),
    ELEMENT_TOO_LONG("KW-ID-022", Severity.ERROR),
    BAD_CHARACTER("KW-ID-023", Severity.ERROR),
    CHECK_DIGIT("KW-ID-024", Severity.ERROR),
    BAD_DATE("KW-ID-025", Severity.ERROR),
    BAD_VALUE("KW-ID-026", Severity.ERROR),
    REPEATED("KW-ID-027", Severity.ERROR),
    ASSOCIATION_MISSING("KW-ID-028", Severity.WARNING),
    EXCLUDED("KW-ID-029", Severity.ERROR),
    SEPARATOR_MISPLACED("KW-ID-030", Severity.ERROR),
    SEPARATORS_LOST("KW-ID-031", Severity.ERROR),
    TOO_MANY_ELEMENTS("KW-ID-032", Severity.ERROR),
    ELEMENT_REQUIRED_HERE("KW-ID-033", Severity.ERROR),
    RETAIL_DIGITS("KW-ID-034", Severity.ERROR),
    COMPOSITE_EMPTY("KW-ID-035", Severity.ERROR),
    LINK_ORDER("KW-ID-040", Severity.ERROR),
    LINK_MALFORMED("KW-ID-041", Severity.ERROR),
    LINK_COMPRESSED("KW-ID-042", Severity.ERROR),
    LINK_QUERY("KW-ID-043", Severity.ERROR),
    LINK_CHARACTER("KW-ID-044", Severity.ERROR),
    LINK_WITHOUT_KEY("KW-ID-045", Severity.ERROR),
    LINK_ATTRIBUTE("KW-ID-046", Severity.ERROR),
    ENVELOPE_INCOMPLETE("KW-ID-050", Severity.WARNING),
    ENVELOPE_BROKEN("KW-ID-051", Severity.ERROR),
    FORMAT_UNSUPPORTED("KW-ID-052", Severity.ERROR),
    FORMAT_SKIPPED("KW-ID-053", Severity.WARNING),
    UNKNOWN_DATA_IDENTIFIER("KW-ID-054", Severity.WARNING),
    EMPTY_FIELD("KW-ID-055", Severity.WARNING),
    INDUSTRIAL_CODE_MALFORMED("KW-ID-056", Severity.ERROR),
    TEXT_ELEMENT_MALFORMED("KW-ID-057", Severity.ERROR),
    SEPARATORS_WRITTEN_AS_AT("KW-ID-058", Severity.WARNING),
    ITEM_IDENTIFIER_MALFORMED("KW-ID-059", Severity.ERROR),
    HANDLE_PREFIX_ONLY("KW-ID-060", Severity.ERROR),
    HANDLE_MALFORMED("KW-ID-061", Severity.ERROR),
    HANDLE_SUFFIX("KW-ID-062", Severity.ERROR),
    HANDLE_BY_ALIAS("KW-ID-063", Severity.WARNING),
    PATTERN_TOO_COSTLY("KW-ID-070", Severity.ERROR),
    PATTERN_CHECK("KW-ID-071", Severity.ERROR),
    PROFILE_ELEMENT_MISSING("KW-ID-072", Severity.ERROR),
    PROFILE_FORM("KW-ID-074", Severity.WARNING),
    VIN_LENGTH("KW-ID-100", Severity.ERROR),
    VIN_CHARACTER("KW-ID-101", Severity.ERROR),
    VIN_CHECK_DIGIT("KW-ID-102", Severity.ERROR),
    VIN_CHECK_DIGIT_DOUBTFUL("KW-ID-103", Severity.WARNING),
    VIN_SMALL_LETTERS("KW-ID-104", Severity.WARNING),
    OID_MALFORMED("KW-ID-110", Severity.ERROR),
    MA_MALFORMED("KW-ID-111", Severity.ERROR),
    IDENTIFICATION_LINK_MALFORMED("KW-ID-112", Severity.ERROR),
    UUID_MALFORMED("KW-ID-113", Severity.ERROR),
    UUID_IRREGULAR("KW-ID-114", Severity.WARNING),
    EPC_UNKNOWN_KIND("KW-ID-120", Severity.ERROR),
    EPC_MALFORMED("KW-ID-121", Severity.ERROR),
    EPC_TAG_MALFORMED("KW-ID-122", Severity.ERROR),
    AFFIXES_REMOVED("KW-ID-140", Severity.WARNING),
    CASE_RESTORED("KW-ID-141", Severity.WARNING),
    LAYOUT_RESTORED("KW-ID-142", Severity.WARNING),
    SCANNER_CHANGED("KW-ID-143", Severity.ERROR),
    KEYBOARD_UNREADABLE("KW-ID-144", Severity.ERROR),
    NOT_THE_TEST_LABEL("KW-ID-150", Severity.ERROR),
    TEST_LABEL_TRUNCATED("KW-ID-151", Severity.ERROR),
    LETTERS_DROPPED("KW-ID-152", Severity.ERROR),
    CHARACTERS_DROPPED("KW-ID-153", Severity.ERROR),
    CHARACTERS_COLLAPSED("KW-ID-154", Severity.ERROR),
    CASE_LOST("KW-ID-155", Severity.ERROR),
    GROUPS_DROPPED("KW-ID-156", Severity.ERROR),
    GROUPS_LIKE_CONTENT("KW-ID-157", Severity.ERROR),
    RECORDS_DROPPED("KW-ID-158", Severity.WARNING),
    PUNCTUATION_UNREADABLE("KW-ID-159", Severity.WARNING),
    SEPARATOR_SHARED("KW-ID-160", Severity.WARNING),
    CASE_FOUND_SWAPPED("KW-ID-161", Severity.WARNING),
    LAYOUT_FOUND_FOREIGN("KW-ID-162", Severity.WARNING),
    WIDTH_FOUND_FULL("KW-ID-163", Severity.WARNING),
    IDENTIFIER_BEFORE_PREFIX("KW-ID-164", Severity.ERROR),
    IDENTIFIER_NOT_SENT("KW-ID-165", Severity.WARNING),
    WITNESS_MISSING("KW-ID-166", Severity.ERROR),
    DIGITS_EXCHANGED("KW-ID-167", Severity.ERROR),
    RELABELLED("KW-ID-170", Severity.WARNING),
    LABEL_NOT_VALID_NOW("KW-ID-171", Severity.ERROR),
    ANSWER_FROM_CACHE("KW-ID-172", Severity.WARNING),
    SOURCE_UNAVAILABLE("KW-ID-173", Severity.ERROR),
    SOURCE_DENIED("KW-ID-174", Severity.ERROR),
    ANSWER_UNUSABLE("KW-ID-175", Severity.ERROR),
    NOT_REGISTERED_HERE("KW-ID-176", Severity.ERROR),
    TEACH_NO_SAMPLE("KW-ID-200", Severity.ERROR),
    TEACH_TOO_MANY("KW-ID-201", Severity.ERROR),
    TEACH_ALREADY_READ("KW-ID-202", Severity.ERROR),
    TEACH_UNFIT("KW-ID-203", Severity.ERROR),
    TEACH_NOTHING_IN_COMMON("KW-ID-204", Severity.ERROR),
    TEACH_REPEATED("KW-ID-205", Severity.WARNING),
    TEACH_ONE_SAMPLE("KW-ID-206", Severity.WARNING),
    TEACH_SERIAL("KW-ID-210", Severity.WARNING),
    TEACH_SERIAL_BY_PLACE("KW-ID-211", Severity.WARNING),
    TEACH_LOT("KW-ID-212", Severity.WARNING),
    TEACH_DATE("KW-ID-213", Severity.WARNING),
    TEACH_CHECK("KW-ID-214", Severity.WARNING),
    TEACH_CHECK_MAYBE("KW-ID-215", Severity.WARNING),
    TEACH_BORDER("KW-ID-216", Severity.WARNING),
    TEACH_NO_SERIAL("KW-ID-217", Severity.WARNING),
    ALSO_READ_AS("KW-ID-218", Severity.WARNING),
    ANSWER_UNSIGNED("KW-ID-226", Severity.ERROR),
    SIGNATURE_BROKEN("KW-ID-227", Severity.ERROR),
    SIGNATURE_OUT_OF_TIME("KW-ID-228", Severity.ERROR),
    SIGNER_UNKNOWN("KW-ID-229", Severity.ERROR),
    PATTERN_CONFIGURED("KW-ID-240", Severity.ERROR),
    PATTERN_EXPRESSION("KW-ID-241", Severity.ERROR),
    PATTERN_UNTRIED("KW-ID-242", Severity.ERROR),
    PATTERN_GROUP("KW-ID-243", Severity.ERROR),
    PATTERN_ROLE("KW-ID-244", Severity.ERROR),
    PATTERN_SETTING("KW-ID-245", Severity.ERROR),
    PATTERN_EXAMPLE("KW-ID-246", Severity.ERROR),
    PATTERN_READING("KW-ID-247", Severity.ERROR),
    PATTERN_COUNTEREXAMPLE("KW-ID-248", Severity.ERROR),
    PATTERN_OVERLAP("KW-ID-249", Severity.ERROR);

    /** The bundle with the sentences of these codes. */
    public static final String BUNDLE = "org.keyway.identifier.messages";

    private static final MessageCatalogue SENTENCES = MessageCatalogue.load(BUNDLE, IssueCode.class.getClassLoader());

    private final String code;
    private final Severity severity;

    IssueCode(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** The stable code, {@code KW-ID-…}. */
    public String code() {
        return code;
    }

    /** Whether a label with this issue can still name a product. */
    public Severity severity() {
        return severity;
    }

    /** The issue, for the label as a whole. */
    public Issue issue(Map<String, ?> facts) {
        return new Issue(code, severity, Optional.empty(), SENTENCES.message(code, facts));
    }

    /** The issue, for the label as a whole and without further facts. */
    public Issue issue() {
        return issue(Map.of());
    }

    /** The issue of one element; the sentence's {@code {element}} is its id. */
    public Issue issue(String element, Map<String, ?> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("element", element);
        return new Issue(code, severity, Optional.of(element), SENTENCES.message(code, all));
    }
}
