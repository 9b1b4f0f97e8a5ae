package org.keyway.identifier;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.vin.CheckDigitPolicy;

/**
 * What a site decides about single schemes.
 *
 * @param vinCheckDigit whether the check digit of a vehicle identification number counts
 * @param handleHosts whose web addresses may contain a Handle, in small letters; empty: any host's
 * @param handleAlias whether an industrial internet code ({@code 15NVAA…}) counts as the Handle that its digits suggest;
 *     off by default, since no standard says so
 * @param linkHosts whose web addresses are identification links (IEC 61406), in small letters; empty: nobody's
 * @param linkPatterns what identification links of a kind mean; a link that fits none is a product key as it stands
 * @param ecodes the Ecodes (GB/T 31866) in use here, by their lengths; without any, no text is read as one
 * @param articleNumbers what MA codes of a kind mean; one that fits none is a product key as it stands
 * @param bareItemIdentifiers whether a text without data identifier may be a unique item identifier (MIL-STD-130)
 */
public record SchemeRules(
        CheckDigitPolicy vinCheckDigit,
        Set<String> handleHosts,
        boolean handleAlias,
        Set<String> linkHosts,
        List<LabelPattern> linkPatterns,
        List<LabelPattern> ecodes,
        List<LabelPattern> articleNumbers,
        boolean bareItemIdentifiers) {
    public SchemeRules {
        handleHosts = small(handleHosts);
        linkHosts = small(linkHosts);
        linkPatterns = List.copyOf(linkPatterns);
        ecodes = List.copyOf(ecodes);
        articleNumbers = List.copyOf(articleNumbers);
    }

    private static Set<String> small(Set<String> hosts) {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Standards only: check digits where the law asks for them, nothing that needs a decision of the site. */
    public static SchemeRules standard() {
        return new SchemeRules(
                CheckDigitPolicy.BY_ORIGIN, Set.of(), false, Set.of(), List.of(), List.of(), List.of(), false);
    }

    /** The same with this policy for vehicles. */
    public SchemeRules withVinCheckDigit(CheckDigitPolicy changed) {
        return new SchemeRules(
                changed,
                handleHosts,
                handleAlias,
                linkHosts,
                linkPatterns,
                ecodes,
                articleNumbers,
                bareItemIdentifiers);
    }

    /** The same with these hosts of Handles, and industrial internet codes counting as Handles or not. */
    public SchemeRules withHandles(Set<String> hosts, boolean alias) {
        return new SchemeRules(
                vinCheckDigit, hosts, alias, linkHosts, linkPatterns, ecodes, articleNumbers, bareItemIdentifiers);
    }

    /** The same with these identification links. */
    public SchemeRules withLinks(Set<String> hosts, List<LabelPattern> patterns) {
        return new SchemeRules(
                vinCheckDigit, handleHosts, handleAlias, hosts, patterns, ecodes, articleNumbers, bareItemIdentifiers);
    }

    /** The same with these Ecodes and MA codes. */
    public SchemeRules withNationalCodes(List<LabelPattern> changedEcodes, List<LabelPattern> changedArticleNumbers) {
        return new SchemeRules(
                vinCheckDigit,
                handleHosts,
                handleAlias,
                linkHosts,
                linkPatterns,
                changedEcodes,
                changedArticleNumbers,
                bareItemIdentifiers);
    }

    /** The same, reading unique item identifiers without data identifier or not. */
    public SchemeRules withBareItemIdentifiers(boolean changed) {
        return new SchemeRules(
                vinCheckDigit, handleHosts, handleAlias, linkHosts, linkPatterns, ecodes, articleNumbers, changed);
    }
}
