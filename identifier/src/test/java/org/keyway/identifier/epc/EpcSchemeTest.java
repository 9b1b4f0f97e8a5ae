package org.keyway.identifier.epc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Element;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class EpcSchemeTest {
    private final Labels labels = Labels.standard();

    private Reading read(String data) {
        Identification identification = labels.parse(data);
        return identification instanceof Identification.Identified identified
                ? identified.reading()
                : ((Identification.Rejected) identification).reading();
    }

    private static String element(Reading reading, String id) {
        return reading.elements().stream()
                .filter(element -> element.id().equals(id))
                .map(Element::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void aPartIsTheSameByItsTagItsUrisAndItsBarcode() {
        for (String data : new String[] {
            "3074257BF7194E4000001A85",
            "3074257bf7194e4000001a85",
            "urn:epc:tag:sgtin-96:3.0614141.812345.6789",
            "urn:epc:id:sgtin:0614141.812345.6789",
            "URN:EPC:id:sgtin:0614141.812345.6789",
            "urn:epc:raw:96.x3074257BF7194E4000001A85",
            "]d2018061414112345821" + "6789",
        }) {
            Reading reading = labels.identified(data);
            assertThat(reading.product()).as(data).contains("gtin:80614141123458");
            assertThat(reading.serial()).contains("6789");
            assertThat(reading.conformant()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sgtin:6901234.000001.*, 01=06901234000016, gtin:06901234000016",
        "upui:6901234.000001.*, 01=06901234000016, gtin:06901234000016",
        "itip:6901234.000001.01.02.*, 8006=069012340000160102, gtin:06901234000016",
        "cpi:6901234.CB-150.*, 8010=6901234CB-150, cpid:6901234CB-150",
        "grai:6901234.00001.*, 8003=06901234000016, ''",
        "gdti:6901234.00001.*, 253=6901234000016, ''",
        "sgcn:690123400001..*, 255=6901234000016, ''",
    })
    void aClassIsItsObjectsWithoutTheirSerialNumbers(String body, String element, String product) {
        Reading reading = read("urn:epc:idpat:" + body);

        assertThat(reading.conformant()).isTrue();
        assertThat(Labels.elements(reading)).containsExactly(element, "epc=urn:epc:idpat:" + body);
        assertThat(reading.product().orElse("")).isEqualTo(product);
        assertThat(reading.serial()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgtin:6901234.000001.17",
                "sgtin:6901234.000001.A.*",
                "sgtin:6901234.000001.",
                "sgtin:6901234.*.*",
                "sgtin:6901234.00001.*",
                "sgtin:*",
                "sgtin:",
                "sscc:6901234.*",
                "giai:6901234.*",
                "lgtin:6901234.000001.*",
                "*",
            })
    void aPatternThatIsNoClassIsRefused(String body) {
        assertThat(Labels.codes(labels.rejected("urn:epc:idpat:" + body)).get(0))
                .isIn("KW-ID-120", "KW-ID-121");
    }

    @Test
    void elementsAreThoseOfTheKeyAndTheUris() {
        assertThat(Labels.elements(labels.identified("3034257BF400B7800004CB2F")))
                .containsExactly(
                        "01=00614141007349",
                        "21=314159",
                        "epc=urn:epc:id:sgtin:0614141.000734.314159",
                        "tag=urn:epc:tag:sgtin-96:1.0614141.000734.314159");
    }

    /** Worked examples of Tag Data Standard 2.3, annex E.3, and of earlier releases. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "3066C4409047E140075BCD15, urn:epc:tag:sgtin-96:3.95060001343.05.123456789",
                "3666C4409047E159B2C2BF100000000000000000000000000000, urn:epc:tag:sgtin-198:3.95060001343.05.32a%2Fb",
                "3674257BF6B7A659B2C2BF1000000000000000000000000000, urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb",
                "311BA1B300CE0A6A83000000, urn:epc:tag:sscc-96:0.952012.03456789123",
                "3276451FD46072000000162E, urn:epc:tag:sgln-96:3.9521141.12345.5678",
                "3976451FD46072CD9615F8800000000000000000000000000000, urn:epc:tag:sgln-195:3.9521141.12345.32a%2Fb",
                "3376451FD40C0E400000162E, urn:epc:tag:grai-96:3.9521141.12345.5678",
                "3776451FD40C0E59B2C2BF1000000000000000000000, urn:epc:tag:grai-170:3.9521141.12345.32a%2Fb",
                "3476451FD40000000000162E, urn:epc:tag:giai-96:3.9521141.5678",
                "3876451FD59B2C2BF10000000000000000000000000000000000, urn:epc:tag:giai-202:3.9521141.32a%2Fb",
                "2D76451FD4499602D2000000, urn:epc:tag:gsrn-96:3.9521141.1234567890",
                "2E76451FD4499602D2000000, urn:epc:tag:gsrnp-96:3.9521141.1234567890",
                "2C76451FD46072000000162E, urn:epc:tag:gdti-96:3.9521141.12345.5678",
                "3E76451FD7039B061438997367D0C18B266D1AB66EE0, urn:epc:tag:gdti-174:3.9521141.98765.ABCDefgh012345678",
                "3C76451FD400C0E680003039, urn:epc:tag:cpi-96:3.9521141.98765.12345",
                "3D76451FD75411DEF6B4CC00000003039000, urn:epc:tag:cpi-var:3.9521141.5PQ7%2FZ43.12345",
                "3F76451FD612640000019907, urn:epc:tag:sgcn-96:3.9521141.67890.04711",
                "3500E86F8000A9E000000586, urn:epc:tag:gid-96:952056.2718.1414",
                "2F320434147455900000162E, urn:epc:tag:usdod-96:3.CAGEY.5678",
                "3B0E0CF5E76C9047759AD00373DC7602E7200, urn:epc:tag:adi-var:3.35962.PQ7VZ4.M37GXB92",
                "4076451FD40C0E40820000000F54, urn:epc:tag:itip-110:3.9521141.012345.01.02.981",
                "4176451FD40C0E4082DBDD8B36600000000000000000000000000000, urn:epc:tag:itip-212:3.9521141.012345.01.02.mw133",
            })
    void examplesOfTheStandardAreReadAsItSays(String digits, String tag) {
        assertThat(element(read(digits), "tag")).isEqualTo(tag);
        Reading stated = read(tag);
        assertThat(element(stated, "epc")).isEqualTo(element(read(digits), "epc"));
        assertThat(element(stated, "epc")).startsWith("urn:epc:id:");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:0614141.812345.6789, 01, 80614141123458",
        "urn:epc:id:sscc:0614141.1234567890, 00, 106141412345678908",
        "urn:epc:id:sgln:0614141.12345.400, 254, 400",
        "urn:epc:id:sgln:0614141.12345.0, 414, 0614141123452",
        "urn:epc:id:grai:0614141.12345.400, 8003, 00614141123452400",
        "urn:epc:id:giai:0614141.12345400, 8004, 061414112345400",
        "urn:epc:id:gsrn:0614141.1234567890, 8018, 061414112345678902",
        "urn:epc:id:gsrnp:0614141.1234567890, 8017, 061414112345678902",
        "urn:epc:id:gdti:0614141.12345.006847, 253, 0614141123452006847",
        "urn:epc:id:cpi:0614141.12-456.123456789, 8010, 061414112-456",
        "urn:epc:id:sgcn:4012345.67890.04711, 255, 401234567890104711",
        "urn:epc:id:ginc:0614141.xyz3311cba, 401, 0614141xyz3311cba",
        "urn:epc:id:gsin:0614141.123456789, 402, 06141411234567890",
        "urn:epc:id:itip:4012345.012345.01.02.987, 8006, 040123451234560102",
        "urn:epc:id:upui:1234567.089456.51qIgY, 235, 51qIgY",
        "urn:epc:id:pgln:1234567.89012, 417, 1234567890128",
        "urn:epc:class:lgtin:4012345.012345.998877, 10, 998877",
    })
    void keysOfUrisAreTheElementsOfTheirBarcodes(String uri, String id, String value) {
        Reading reading = read(uri);

        assertThat(reading.scheme()).isEqualTo("epc");
        assertThat(element(reading, id)).isEqualTo(value);
        assertThat(element(reading, "epc")).isEqualTo(uri);
    }

    @Test
    void identitiesThatAreNoGs1KeysNameWhatTheyCan() {
        assertThat(labels.identified("urn:epc:id:adi:W81X9C.3KL984PX1.2WMA52").product())
                .contains("part:3KL984PX1");
        assertThat(labels.identified("urn:epc:id:adi:W81X9C..2WMA52").product()).contains("epc:adi:W81X9C..2WMA52");
        assertThat(labels.identified("urn:epc:id:adi:W81X9C..%232WMA52").serial())
                .contains("#2WMA52");
        assertThat(labels.identified("urn:epc:id:gid:95100000.12345.400").product())
                .contains("gid:95100000.12345");
        assertThat(labels.identified("urn:epc:id:usdod:CAGEY.5678").product()).contains("epc:usdod:CAGEY.5678");
        assertThat(Labels.codes(labels.rejected("urn:epc:id:bic:CSQU3054383"))).containsExactly("KW-ID-008");
        assertThat(Labels.codes(labels.rejected("urn:epc:id:imovn:9176187"))).containsExactly("KW-ID-008");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:id:sgtin:50712.11123456.A",
                "urn:epc:id:sgtin:5071241234567.0.A",
                "urn:epc:id:sgtin:000000000000.00.0",
                "urn:epc:id:sgtin:0614141.812345.",
                "urn:epc:id:sgtin:0614141.812345",
                "urn:epc:id:sgtin:0614141.812345.123456789012345678901",
                "urn:epc:id:sgtin:0614141.812345.a/b",
                "urn:epc:id:sgtin:0614141.812345.a%23b",
                "urn:epc:id:sgtin:0614141.812345.%41",
                "urn:epc:id:sgtin:0614141.812345.a%2",
                "urn:epc:id:sgtin:061414A.812345.1",
                "urn:epc:id:sscc:0614141.123456789",
                "urn:epc:id:cpi:0614141.123456.01",
                "urn:epc:id:cpi:0614141.12a.1",
                "urn:epc:id:gid:268435456.1.1",
                "urn:epc:id:usdod:2S1I1.1",
                "urn:epc:id:usdod:2S194.68719476736",
                "urn:epc:id:bic:CSQA3054383",
                "urn:epc:id:imovn:917618",
                "urn:epc:id:sgcn:401231.123465.",
                "urn:epc:tag:sgtin-96:8.0614141.812345.6789",
                "urn:epc:tag:sgtin-96:3.0614141.812345.06789",
                "urn:epc:tag:sgtin-96:3.0614141.812345.274877906944",
                "urn:epc:tag:sgtin-96:3.0614141.812345.A",
                "urn:epc:tag:giai-96:3.061414112345.4398046511104",
                "urn:epc:tag:cpi-96:3.061414112345.1000.1",
                "urn:epc:tag:cpi-96:3.0614141.A.1",
                "urn:epc:tag:sgtin-96:0614141.812345.6789",
            })
    void urisThatBreakTheGrammarAreRefused(String uri) {
        assertThat(Labels.codes(labels.rejected(uri))).containsExactly("KW-ID-121");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:id:sg:0614141.812345.1",
                "urn:epc:id:lgtin:0614141.812345.1",
                "urn:epc:tag:imovn-96:0.9176187",
                "urn:epc:idpat:sscc:0614141.*",
                "urn:epc:",
                "urn:epc:id",
                "urn:epc:raw:95.x3074257BF7194E4000001A85",
                "urn:epc:raw:96.x3A74257BF7194E4000001A85"
            })
    void unknownKindsAreRefused(String uri) {
        assertThat(Labels.codes(labels.rejected(uri))).containsExactly("KW-ID-120");
    }

    @ParameterizedTest
    @CsvSource({
        "307C257BF7194E4000001A85, partition",
        "3003FFFFFFFFFFC000001A85, company prefix",
        "31003932449F003039000001, serial",
        "3674257BF6B7A600000000000000000000000000000000000000, serial",
        "3674257BF6B7A659B2C2BF100000000000000000000000000001, padding",
        "3F76451FD612640000000000, serial",
    })
    void fieldsOutOfTheirRangeMakeATagInvalid(String digits, String field) {
        Reading reading = labels.rejected(digits);

        assertThat(reading.scheme()).isEqualTo("epc");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-122");
        assertThat(reading.issues().get(0).message().en()).contains(field);
    }

    @Test
    void theDigitsAsAPlainCodeStayInQuestion() {
        assertThat(labels.parse("3074257BF7194E4000001A85"))
                .isInstanceOfSatisfying(
                        Identification.Identified.class,
                        identified -> assertThat(identified.alternatives())
                                .extracting(reading -> reading.product().orElse(""))
                                .containsExactly("plain:3074257BF7194E4000001A85"));
        assertThat(labels.parse("307C257BF7194E4000001A85"))
                .isInstanceOfSatisfying(
                        Identification.Rejected.class,
                        rejected -> assertThat(rejected.alternatives()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3A74257BF7194E4000001A85",
                "3074257BF7194E4000001A8",
                "3074257BF7194E4000001A856",
                "3074257BF7194E4000001A8G",
                "000000000000000000000000"
            })
    void otherDigitsArePlain(String digits) {
        assertThat(labels.identified(digits).scheme()).isEqualTo("plain");
    }

    @Test
    void aTagCutAnywhereIsNeverReadAsAnotherIdentity() {
        String digits = "3666C4409047E159B2C2BF100000000000000000000000000000";
        for (int end = 2; end < 50; end++) {
            String cut = digits.substring(0, end).toUpperCase(Locale.ROOT);
            assertThat(labels.identified(cut).scheme()).as(cut).isEqualTo("plain");
        }
    }
}
