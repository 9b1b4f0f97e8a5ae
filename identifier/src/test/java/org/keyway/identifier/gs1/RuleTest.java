package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RuleTest {
    /** Where a value is flawed, counted from one as for people; 0 when it is sound. */
    private static int flaw(String linter, String value) {
        String framed = "7A" + value + "%9";
        int flaw = Rule.ofLinter(linter).orElseThrow().flaw(framed, 2, 2 + value.length());
        return flaw == Check.SOUND ? 0 : flaw - 1;
    }

    @Test
    void everyLinterOfTheDictionaryIsThere() {
        String all =
                "couponcode couponposoffer cset39 cset64 cset82 csetnumeric csum csumalpha gcppos1 gcppos2 hasnondigit"
                        + " hh hhmi hyphen iban importeridx iso3166 iso3166999 iso3166alpha2 iso4217 iso5218 latitude longitude"
                        + " mediatype mi nonzero nozeroprefix packagetype pcenc pieceoftotal posinseqslash ss winding yesno yymmd0"
                        + " yymmdd yyyymmd0 yyyymmdd zero";

        assertThat(Arrays.stream(Rule.values()).map(Rule::linter)).containsExactlyInAnyOrder(all.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "csum, 69012341, 0",
        "csum, 69012345, 8",
        "csum, 6901A345, 5",
        "csum, 0, 0",
        "csum, '', 1",
        "csumalpha, 22, 0",
        "csumalpha, 23, 1",
        "csumalpha, A, 1",
        "csumalpha, 1987654Ad4X4bL5ttr2310c2K, 0",
        "csumalpha, 1987654Ad4X4bL5ttr2310c2L, 24",
        "csumalpha, 1987654 d4X4bL5ttr2310c2K, 8",
        "gcppos1, 6901, 0",
        "gcppos1, 690, 1",
        "gcppos1, 69A1X, 3",
        "gcppos2, A6901, 0",
        "gcppos2, 6901, 1",
        "gcppos2, 1690B, 5",
        "hasnondigit, 123A, 0",
        "hasnondigit, 1234, 1",
        "hh, 23, 0",
        "hh, 24, 1",
        "hh, 2, 1",
        "mi, 59, 0",
        "mi, 60, 1",
        "ss, 5A, 2",
        "hhmi, 2359, 0",
        "hhmi, 2360, 3",
        "hhmi, 2400, 1",
        "hhmi, 235, 1",
        "hyphen, -, 0",
        "hyphen, --, 0",
        "hyphen, -+, 1",
        "hyphen, '', 1",
        "iban, GB82WEST12345698765432, 0",
        "iban, GB82WEST12345698765433, 3",
        "iban, XX82WEST12345698765432, 1",
        "iban, GB82WEST1, 1",
        "iban, GB82WEst12345698765432, 7",
        "importeridx, _, 0",
        "importeridx, =, 1",
        "importeridx, AB, 1",
        "iso3166, 156, 0",
        "iso3166, 157, 1",
        "iso3166, 999, 1",
        "iso3166, 15, 1",
        "iso3166999, 999, 0",
        "iso3166999, 998, 1",
        "iso3166alpha2, CN, 0",
        "iso3166alpha2, cn, 1",
        "iso3166alpha2, ZY, 1",
        "iso4217, 156, 0",
        "iso4217, 191, 1",
        "iso4217, 532, 0",
        "iso5218, 9, 0",
        "iso5218, 3, 1",
        "latitude, 1800000000, 0",
        "latitude, 1800000001, 1",
        "latitude, 180000000, 1",
        "latitude, 18000O0000, 6",
        "longitude, 3600000000, 0",
        "longitude, 3600000001, 1",
        "mediatype, 01, 0",
        "mediatype, 10, 0",
        "mediatype, 11, 1",
        "mediatype, 00, 1",
        "mediatype, 79, 1",
        "mediatype, 80, 0",
        "nonzero, 0001, 0",
        "nonzero, 0000, 1",
        "nonzero, 00A0, 3",
        "nozeroprefix, 120, 0",
        "nozeroprefix, 012, 1",
        "nozeroprefix, 12A, 3",
        "packagetype, BX, 0",
        "packagetype, APE, 0",
        "packagetype, 9, 0",
        "packagetype, ZQX, 1",
        "pcenc, A%2fB%20, 0",
        "pcenc, A%2, 2",
        "pcenc, A%2G, 2",
        "pcenc, A%, 2",
        "pieceoftotal, 0203, 0",
        "pieceoftotal, 0303, 0",
        "pieceoftotal, 0403, 1",
        "pieceoftotal, 0003, 1",
        "pieceoftotal, 0300, 3",
        "pieceoftotal, 003012, 0",
        "pieceoftotal, 013012, 1",
        "pieceoftotal, 020, 1",
        "pieceoftotal, '', 1",
        "posinseqslash, 2/3, 0",
        "posinseqslash, 9/10, 0",
        "posinseqslash, 3/2, 1",
        "posinseqslash, 10/9, 1",
        "posinseqslash, 0/3, 1",
        "posinseqslash, 1/03, 3",
        "posinseqslash, 1/, 1",
        "posinseqslash, /1, 1",
        "posinseqslash, 123, 1",
        "posinseqslash, 1/2/, 1",
        "winding, 9, 0",
        "winding, 2, 1",
        "yesno, 1, 0",
        "yesno, 2, 1",
        "yesno, 11, 1",
        "yymmd0, 260200, 0",
        "yymmd0, 260229, 5",
        "yymmd0, 240229, 0",
        "yymmd0, 000229, 0",
        "yymmd0, 261301, 3",
        "yymmd0, 26O101, 3",
        "yymmd0, 26010, 1",
        "yymmdd, 260200, 5",
        "yymmdd, 260431, 5",
        "yyyymmd0, 20260200, 0",
        "yyyymmdd, 20260200, 7",
        "yyyymmdd, 19000229, 7",
        "yyyymmdd, 20000229, 0",
        "yyyymmdd, 20260029, 5",
        "zero, 00, 0",
        "zero, 01, 1",
        "zero, '', 1",
        "cset82, A?_, 0",
        "cset82, A#B, 2",
        "cset39, A#/-9, 0",
        "cset39, Aa, 2",
        "cset64, A-_9, 0",
        "cset64, A==, 0",
        "cset64, AB=, 0",
        "cset64, ABC=, 4",
        "cset64, ===, 1",
        "cset64, A=B, 2",
        "csetnumeric, 12A, 3",
    })
    void eachLinterFindsTheFirstThingWrong(String linter, String value, int position) {
        assertThat(flaw(linter, value)).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({
        "0690123555555 11 11 0123, 0",
        "0690123555555 11 11 0123 1 0 11 0123 9, 0",
        "0690123555555 11 11 0123 1 0 11 0123 0690123, 0",
        "0690123555555 11 11 0123 1 4 11 0123 9, 23",
        "0690123555555 11 11 0123 1 0 11 0123, 30",
        "0690123555555 11 11 0123 2 15 9123 0690123, 0",
        "0690123555555 11 11 0123 3260228, 0",
        "0690123555555 11 11 0123 3260229, 27",
        "0690123555555 11 11 0123 3260228 4260227, 0",
        "0690123555555 11 11 0123 3260228 4260301, 30",
        "0690123555555 11 11 0123 50123456, 0",
        "0690123555555 11 11 0123 51123456, 24",
        "0690123555555 11 11 0123 617654321, 0",
        "0690123555555 11 11 0123 60765432, 23",
        "0690123555555 11 11 0123 9 6 2 7 1, 0",
        "0690123555555 11 11 0123 9 3 2 7 1, 23",
        "0690123555555 11 11 0123 9 6 2 7 2, 26",
        "0690123555555 11 11 0123 0, 22",
        "7690123555555 11 11 0123, 1",
        "0690123555555 01 11 0123, 14",
        "0690123555555 11 61 0123, 16",
        "0690123555555 11 11 5123, 18",
        "0690123555555 11 11 012, 19",
        "069012, 2",
        "A, 1",
        "'', 1",
    })
    void couponsAreReadFieldByField(String coupon, int position) {
        assertThat(flaw("couponcode", coupon.replace(" ", ""))).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({
        "00 690123 555555 0 123456, 0",
        "16 690123456789 555555 9 123456789012345, 0",
        "20 690123 555555 0 123456, 1",
        "07 690123 555555 0 123456, 2",
        "00 690123 555555 1 123456, 16",
        "00 690123 555555 0 1234567, 22",
        "00 690123 555555, 15",
        "0, 2",
    })
    void couponOffersAreReadFieldByField(String coupon, int position) {
        assertThat(flaw("couponposoffer", coupon.replace(" ", ""))).isEqualTo(position);
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsTooStrangeForARule(Rule rule) {
        Random random = new Random(20260127);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append((char) (random.nextInt(20) == 0 ? random.nextInt(0xFFFF) : '%' + random.nextInt(90)));
            }
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(text.length() - from + 1);

            assertThat(rule.flaw(text.toString(), from, to)).isBetween(-1, to);
        }
    }
}
