package org.keyway.identifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.scanner.Calibration;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.Separators;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;
import org.keyway.identifier.teach.LabelTeacher;

/**
 * Work is counted in bytes allocated, which a test can demand of any machine: what copies its input again and again for
 * each of its parts shows there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinearWorkTest {
    private static final int LONG = 64 * 1024;

    /** Bytes a character: the text in parts, a list of them, a message in two languages that quotes it. */
    private static final long MOST_PER_CHARACTER = 128;

    /** What an answer may cost however short the label: 64 elements and as many issues in two languages. */
    private static final long MOST_FOR_ANY = 1_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Injector injector = HostileSite.injector();
    private final ScanParser parser = injector.getInstance(ScanParser.class);
    private final Set<IdentifierScheme> schemes = HostileSite.schemes(injector);

    /** Text in front, the piece that repeats, and what stands at the end. */
    private record Shape(String front, String piece, String end) {
        String of(int length) {
            return front + piece.repeat((length - front.length() - end.length()) / piece.length()) + end;
        }

        @Override
        public String toString() {
            return (front + "|" + piece + "|" + end).replaceAll("[\\x00-\\x1F]", "_");
        }
    }

    private static Shape repeated(String front, String piece) {
        return new Shape(front, piece, "");
    }

    List<Shape> shapes() {
        Stream<Shape> single = "0123456789(){}[]<>%.^\\/@?&=+:;,|~ Aa\u001D\u001E\u0004\u4E2D\uFF11"
                .chars()
                .mapToObj(c -> repeated("", String.valueOf((char) c)));
        Stream<Shape> gs1 = Stream.of(
                        "10\u001D", "10A\u001D", "[GS]", "{GS}10", "91A{GS}", "\\x1d", "^]", "0106901234000016")
                .flatMap(piece -> Stream.of(repeated("]d2", piece), repeated("]d210", piece), repeated("", piece)));
        Stream<Shape> brackets = Stream.of("(", "(10)", "(10)A", "\\(", "(10)A\\(", "|(", "(10)A|(10)B", "()", "(99)%")
                .map(piece -> repeated("(01)06901234000016(10)", piece));
        Stream<Shape> carets = Stream.of("^", "|^", "^10A", "^10A|").map(piece -> repeated("^0106901234000016", piece));
        Stream<Shape> links = Stream.of(
                        "/",
                        "/01",
                        "/10/A",
                        "/01/06901234000016",
                        "?",
                        "&",
                        "&11=260131",
                        "&a",
                        "%",
                        "%2",
                        "%2F",
                        "#",
                        ".",
                        "=88.1/2",
                        "?h=88.118.7/1&")
                .flatMap(piece -> Stream.of(
                                "https://x.cn/01/06901234000016",
                                "https://x.cn/",
                                "https://id.maker.example/p/",
                                "https://x.cn/01/06901234000016?99=A",
                                "http://hdl.example/88.118.7/A",
                                "https://")
                        .map(front -> repeated(front, piece)));
        Stream<Shape> envelopes = Stream.of(
                        "[)>\u001E06\u001D",
                        "\u001D",
                        "\u001E",
                        "06\u001DPA\u001E",
                        "05\u001D10A\u001E",
                        "05\u001D0106901234000016\u001E",
                        "12\u001DSER 1\u001E",
                        "99\u001E",
                        "99X\u001E",
                        "P1\u001D",
                        "SA\u001DSB\u001D",
                        "{GS}",
                        "@",
                        "@P1",
                        "P",
                        "8P\u001D",
                        "\u0004")
                .flatMap(piece -> Stream.of(
                                "[)>\u001E",
                                "[)>\u001E06\u001D",
                                "[)>\u001E12\u001D",
                                "[)>\u001E05\u001D",
                                "[)>@06@",
                                "[)>",
                                ">[)>")
                        .map(front -> new Shape(front, piece, "\u001E\u0004")));
        Stream<Shape> fields = Stream.of("P1\u001D", "\u001D", "1T\u001D", "{GS}P1", "K1^]")
                .flatMap(piece -> Stream.of("PQX1\u001D", "15NVAA088", "ILZSPCJLG2R1000012\u001D")
                        .map(front -> repeated(front, piece)));
        Stream<Shape> handles = Stream.of("88.", "/", "86.1/", "%41", "?", "A-", "1")
                .flatMap(piece -> Stream.of("88.", "88.118.7/", "hdl:88.1/", "86.1000.1/A")
                        .map(front -> repeated(front, piece)));
        Stream<Shape> tags = Stream.of("0", "F", "30", ".", "%22", "0.", "3034257BF400B7800004CB2F", ":")
                .flatMap(piece -> Stream.of(
                                "30",
                                "36",
                                "3B",
                                "urn:epc:id:sgtin:",
                                "urn:epc:tag:sgtin-96:1.",
                                "urn:epc:id:sgtin:0614141.000734.",
                                "urn:epc:id:giai:0614141.",
                                "urn:epc:raw:96.x")
                        .map(front -> repeated(front, piece)));
        Stream<Shape> others = Stream.of("1", ".", "1.", "0", "A", "-", "/", "f81d4fae-")
                .flatMap(piece -> Stream.of(
                                "1.2.",
                                "2.25.",
                                "urn:oid:",
                                "urn:uuid:",
                                "MA.156.",
                                "10064",
                                "25SUN",
                                "D1A2",
                                "18VD",
                                "Z",
                                "T-",
                                "CB150",
                                "I",
                                "]E0",
                                "]E069012340000160|]e0",
                                "]I1",
                                "]d5\\",
                                "]Q2\\000026")
                        .map(front -> repeated(front, piece)));
        return Stream.of(single, gs1, brackets, carets, links, envelopes, fields, handles, tags, others)
                .flatMap(each -> each)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachSchemeAnswersToTheLongestTextWithWorkInProportion(Shape shape) {
        String data = shape.of(LONG);
        Optional<Symbology> symbology = Symbology.at(data);
        LabelText label = new LabelText(
                symbology, symbology.isPresent() ? data.substring(Symbology.LENGTH) : data, Optional.empty());
        for (IdentifierScheme scheme : schemes) {
            assertThat(allocated(() -> scheme.read(label)))
                    .as("%s by %s", shape, scheme.getClass().getSimpleName())
                    .isLessThan(MOST_FOR_ANY + MOST_PER_CHARACTER * LONG);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aScanOfAnyLengthIsAnsweredWithWorkInProportion(Shape shape) {
        for (int length : List.of(Scan.MAX_LENGTH / 8, Scan.MAX_LENGTH)) {
            Scan scan = Scan.of(shape.of(length));
            assertThat(allocated(() -> parser.parse(scan)))
                    .as("%s, %s characters", shape, length)
                    .isLessThan(MOST_FOR_ANY + MOST_PER_CHARACTER * length);
        }
        Scan tooLong = Scan.of(shape.of(LONG));
        assertThat(parser.parse(tooLong)).isInstanceOf(Identification.Rejected.class);
        assertThat(allocated(() -> parser.parse(tooLong))).isLessThan(LONG / 4);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void scannersAndTeachingAreHeldToTheSame(Shape shape) {
        ScannerProfile profile = new ScannerProfile(
                "", "", true, new KeyboardLayout("zy", "yz", "^"), new Separators("{", "{{", "{{{"), false);
        for (int length : List.of(Scan.MAX_LENGTH, LONG)) {
            Scan scan = Scan.of(shape.of(length));
            long most = MOST_FOR_ANY + MOST_PER_CHARACTER * length;
            assertThat(allocated(() -> parser.parse(scan, profile)))
                    .as("%s profile %s", shape, length)
                    .isLessThan(most);
            assertThat(allocated(() -> Calibration.of(scan)))
                    .as("%s calib %s", shape, length)
                    .isLessThan(most);
            assertThat(allocated(() -> new LabelTeacher(parser).teach(List.of(scan))))
                    .isLessThan(most);
        }
    }

    private static long allocated(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
