package org.campaignbot.alert.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.alert.audience.AudienceProblem.Kind;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads an audience in ordinary words, English or Spanish: "New York and California", "whose senator sits on Appropriations",
 * "todos menos Texas". Use an instance once.
 *
 * <p>Names of one sort are alternatives, and sorts narrow each other, as in "people in New York who read Spanish". What can't be
 * said that way, such as "in New York or in Spanish", is a problem, and so is every word that isn't understood.
 */
final class AudienceWords {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*|,");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{3}");
    private static final Pattern DISTRICT = Pattern.compile("(?i)([a-z]{2})-?(\\d{1,2})");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|o|er)?");

    private static final Pattern EARLIER = Pattern.compile("(did not|didnt|have not|havent|no)?\\s*"
            + "(got|get|received|recibieron|recibio|acted|act|actuaron|actuo)"
            + "(?: (?:on|en|con|the|la|alert|alerta|de))*");

    private static final int LONGEST_NAME = 8;
    private static final int SHORTEST_MISSPELT = 5;
    private static final int TWO_SLIPS = 8;

    /** A word as it was typed, folded, and its place. */
    private record Token(String raw, String folded, int at) {}

    /** One name with its key, as in the line of a filter. */
    private record Found(boolean not, String key, String value, int at) {}

    private final String line;
    private final AudienceTerms terms;
    private final List<AudienceProblem> problems = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Token> unread = new ArrayList<>();
    private final List<String> corrected = new ArrayList<>();
    private int at;
    private boolean isEverybody;
    private boolean isNot;
    /** The word that joins the next name to those before, or null; and whether the next one has words that introduce it. */
    private @Nullable String joined;

    private boolean isIntroduced;
    /** The chambers of the lawmakers that were just spoken of; none if it was about nobody. */
    private Set<Chamber> whose = Set.of();

    private @Nullable Token pendingNumber;

    AudienceWords(String line, AudienceTerms terms) {
        boolean shouts = line.chars().noneMatch(Character::isLowerCase)
                && LONG_WORD.matcher(line).find();
        this.line = shouts ? line.toLowerCase(Locale.ROOT) : line;
        this.terms = terms;
    }

    AudienceText.Read read() {
        Matcher matcher = TOKEN.matcher(line.replaceAll("(?i)\\bd\\.\\s?c\\b\\.?", "DC"));
        while (matcher.find()) {
            String raw = matcher.group().replaceAll("(['’][sS])?[.'’-]*$", "");
            String folded = raw.isEmpty() ? "," : Fold.fold(raw);
            tokens.add(new Token(raw, raw.equals(",") ? "," : folded, matcher.start()));
        }
        while (at < tokens.size()) {
            next();
        }
        endOfLawmakers();
        if (pendingNumber != null) {
            unread.add(pendingNumber);
        }
        Token last = token(tokens.size() - 1);
        if (joined != null && !joined.equals(",") && !unread.contains(last)) {
            unread.add(last);
        }
        return finish();
    }

    private Token token(int index) {
        return index < tokens.size() && index >= 0 ? tokens.get(index) : new Token("", "", line.length());
    }

    private void next() {
        Token token = tokens.get(at);
        String word = token.folded;
        boolean isJoiner =
                (AudienceLexicon.OR.contains(word) && !isOregon(token)) || AudienceLexicon.AND.contains(word);
        if (isJoiner) {
            joined = joined == null || joined.equals(",") ? word : joined;
            at++;
        } else if (earlier() || lawmakerOrCommittee() || state() || numberOrDistrict() || word(token)) {
            isIntroduced = false;
        } else if (AudienceLexicon.INTRODUCES.contains(word)) {
            endOfLawmakers();
            isIntroduced = true;
            if (AudienceLexicon.CONSTITUENTS.contains(word)) {
                whose = Set.of(Chamber.values());
            }
            at++;
        } else if (AudienceLexicon.BUT_NOT.contains(word)) {
            endOfLawmakers();
            isNot = true;
            joined = null;
            at++;
        } else if (AudienceLexicon.EVERYBODY.contains(word)) {
            isEverybody = true;
            at++;
        } else if (AudienceLexicon.FILLERS.contains(word)) {
            at++;
        } else {
            unread.add(token);
            at++;
        }
    }

    /** "OR" in capitals is Oregon only where it can't join two names. */
    private boolean isOregon(Token token) {
        String before = token(at - 1).folded;
        return token.raw.equals("OR")
                && (at == 0
                        || AudienceLexicon.AND.contains(before)
                        || AudienceLexicon.INTRODUCES.contains(before)
                        || at == tokens.size() - 1);
    }

    /** A senator, a representative or lawmakers, by what comes next: a committee, a party or a name. */
    private boolean lawmakerOrCommittee() {
        Token token = tokens.get(at);
        Set<Chamber> chambers = AudienceLexicon.SENATORS.contains(token.folded)
                ? Set.of(Chamber.SENATE)
                : AudienceLexicon.REPRESENTATIVES.contains(token.folded)
                        ? Set.of(Chamber.HOUSE)
                        : AudienceLexicon.LAWMAKERS.contains(token.folded)
                                        || AudienceLexicon.CONSTITUENTS.contains(token.folded)
                                ? Set.of(Chamber.values())
                                : Set.of();
        if (!chambers.isEmpty()) {
            whose = whose.size() == 1 ? whose : chambers;
            at++;
            return true;
        }
        return party(token) || committee(token) || lawmaker(token);
    }

    private boolean party(Token token) {
        String party = AudienceLexicon.PARTIES.get(token.folded);
        boolean ofLawmakers = !whose.isEmpty()
                || AudienceLexicon.LAWMAKERS.contains(token(at + 1).folded)
                || AudienceLexicon.SENATORS.contains(token(at + 1).folded)
                || AudienceLexicon.REPRESENTATIVES.contains(token(at + 1).folded);
        if (party == null || !ofLawmakers) {
            return false;
        }
        if (whose.size() == 1
                || AudienceLexicon.SENATORS.contains(token(at + 1).folded)
                || AudienceLexicon.REPRESENTATIVES.contains(token(at + 1).folded)) {
            problem(
                    token,
                    Kind.ONE_SEATS_PARTY,
                    "a party can only be that of any of their lawmakers",
                    "write: represented by a " + party);
        } else {
            add("party", party, token);
        }
        whose = Set.of();
        at += AudienceLexicon.LAWMAKERS.contains(token(at + 1).folded) ? 2 : 1;
        return true;
    }

    private boolean committee(Token token) {
        if (isJoin(token)
                || AudienceLexicon.FILLERS.contains(token.folded)
                || (whose.isEmpty() && AudienceLexicon.INTRODUCES.contains(token.folded))) {
            return false;
        }
        for (int size = Math.min(LONGEST_NAME, tokens.size() - at); size > 0; size--) {
            List<Token> span = tokens.subList(at, at + size);
            // Without a lawmaker or a committee, "veterans" are people, and no committee.
            boolean isSpokenOf = !whose.isEmpty()
                    || AudienceLexicon.SITS_ON.contains(before(at).folded)
                    || span.stream().anyMatch(each -> AudienceLexicon.COMMITTEE.contains(each.folded));
            if (!isSpokenOf || isJoin(span.get(size - 1))) {
                continue;
            }
            String name = span.stream().map(this::ofCommittee).collect(Collectors.joining(" "));
            List<Committee> named = name.isBlank() ? List.of() : committees(name);
            if (named.size() == 1 || (named.size() > 1 && whose.size() > 1)) {
                named.forEach(each -> add("committee", each.code(), token));
            } else if (!named.isEmpty()) {
                String typed = span.stream().map(Token::raw).collect(Collectors.joining(" "));
                String all = named.stream().map(Committee::name).collect(Collectors.joining(" or "));
                problems.add(new AudienceProblem(
                        token.at + 1,
                        Kind.NO_COMMITTEE,
                        Map.of("typed", typed, "known", all),
                        "\"" + typed + "\" can be the " + all,
                        "write: whose senator sits on " + typed + ", or: whose representative sits on " + typed));
            } else {
                continue;
            }
            whose = Set.of();
            at += size;
            return true;
        }
        return false;
    }

    /** The word before, whatever article stands between. */
    private Token before(int index) {
        int last = index - 1;
        while (AudienceLexicon.ARTICLES.contains(token(last).folded)) {
            last--;
        }
        return token(last);
    }

    private List<Committee> committees(String name) {
        Set<Chamber> chambers = whose.isEmpty() ? Set.of(Chamber.values()) : whose;
        return Arrays.stream(Chamber.values())
                .filter(chambers::contains)
                .flatMap(chamber -> terms.directory().committee(name, chamber).stream())
                .toList();
    }

    /** A word as committees' names have it: in English, and spelled as they spell it. Empty if no committee has it. */
    private String ofCommittee(Token token) {
        String word = AudienceLexicon.OF_COMMITTEES.getOrDefault(token.folded, token.folded);
        if (AudienceLexicon.FILLERS.contains(word)
                || word.length() < SHORTEST_MISSPELT
                || States.called(word).isPresent()) {
            return word.equals("committee")
                            || AudienceLexicon.AND.contains(word)
                            || AudienceLexicon.INTRODUCES.contains(word)
                            || AudienceLexicon.FILLERS.contains(word)
                    ? ""
                    : word;
        }
        return Nearest.to(word, committeeWords(), word.length() < TWO_SLIPS ? 0 : 2)
                .orElse(word);
    }

    private Set<String> committeeWords() {
        return terms.directory().committees().stream()
                .filter(each -> each.parent().isEmpty())
                .flatMap(each -> Arrays.stream(Fold.fold(each.name()).split(" ", -1)))
                .filter(each -> each.length() >= SHORTEST_MISSPELT)
                .collect(Collectors.toSet());
    }

    private boolean lawmaker(Token token) {
        for (int size = Math.min(3, tokens.size() - at); size > 0; size--) {
            List<Token> span = tokens.subList(at, at + size);
            boolean isName = span.stream()
                    .noneMatch(each -> isJoin(each)
                            || AudienceLexicon.FILLERS.contains(each.folded)
                            || AudienceLexicon.INTRODUCES.contains(each.folded)
                            || AudienceLexicon.BUT_NOT.contains(each.folded));
            String name = span.stream().map(Token::raw).collect(Collectors.joining(" "));
            boolean owns = AudienceLexicon.CONSTITUENTS.contains(token(at + size).folded);
            if (isName && (owns || !whose.isEmpty()) && fits("lawmaker", name)) {
                add("lawmaker", name, token);
                whose = Set.of();
                at += owns ? size + 1 : size;
                return true;
            }
        }
        return false;
    }

    private static boolean isJoin(Token token) {
        return AudienceLexicon.AND.contains(token.folded) || AudienceLexicon.OR.contains(token.folded);
    }

    /** Where lawmakers were spoken of and nothing follows, it's about having one to call: "who have a senator". */
    private void endOfLawmakers() {
        if (whose.size() == 1) {
            add("chamber", whose.iterator().next().name().toLowerCase(Locale.ROOT), token(at - 1));
        } else if (whose.size() > 1) {
            unread.add(token(at - 1));
        }
        whose = Set.of();
    }

    private boolean state() {
        for (int size = Math.min(LONGEST_NAME, tokens.size() - at); size > 0; size--) {
            List<Token> span = tokens.subList(at, at + size);
            String name = span.stream().map(Token::raw).collect(Collectors.joining(" "));
            boolean isOne = span.stream().noneMatch(AudienceWords::isJoin) || name.equals("OR");
            Optional<String> called = isOne ? States.called(name) : Optional.empty();
            Optional<String> code = isOne ? called.or(() -> misspelt(name, span.size())) : called;
            if (code.isPresent()) {
                if (called.isEmpty()) {
                    corrected.add(name);
                }
                Token first = tokens.get(at);
                at += size;
                place(code.get(), first);
                return true;
            }
        }
        return false;
    }

    private Optional<String> misspelt(String name, int size) {
        String folded = Fold.fold(name);
        if (size > 2
                || folded.length() < SHORTEST_MISSPELT
                || AudienceLexicon.FILLERS.contains(folded)
                || AudienceLexicon.INTRODUCES.contains(folded)) {
            return Optional.empty();
        }
        Map<String, String> byName = new TreeMap<>();
        States.codes().forEach(code -> byName.put(Fold.fold(States.name(code).orElseThrow()), code));
        return Nearest.to(folded, byName.keySet(), folded.length() < TWO_SLIPS ? 1 : 2)
                .filter(near -> near.charAt(0) == folded.charAt(0))
                .map(byName::get);
    }

    /** A state, or one of its districts if a number stands before or behind it. */
    private void place(String state, Token first) {
        Matcher behind = ORDINAL.matcher(token(at).folded);
        String number = null;
        if (behind.matches()) {
            number = behind.group(1);
            at++;
        } else if (pendingNumber != null) {
            Matcher before = ORDINAL.matcher(pendingNumber.folded);
            number = before.matches() ? before.group(1) : null;
            pendingNumber = null;
        }
        if (number == null) {
            add("state", state, first);
        } else {
            add("district", state + "-" + number, first);
        }
    }

    private boolean numberOrDistrict() {
        Token token = tokens.get(at);
        Matcher district = DISTRICT.matcher(token.raw);
        if (district.matches() && States.codes().contains(district.group(1).toUpperCase(Locale.ROOT))) {
            add(
                    "district",
                    district.group(1).toUpperCase(Locale.ROOT) + "-" + Integer.parseInt(district.group(2)),
                    token);
            at++;
            return true;
        } else if (ORDINAL.matcher(token.folded).matches() && pendingNumber == null) {
            pendingNumber = token;
            at++;
            return true;
        }
        return false;
    }

    /** A language or a platform. */
    private boolean word(Token token) {
        String language = AudienceLexicon.LANGUAGES.get(token.folded);
        boolean isPlatform = terms.platforms().contains(token.folded);
        if (language == null && !isPlatform) {
            return false;
        }
        add(language != null ? "language" : "platform", language != null ? language : token.folded, token);
        at++;
        return true;
    }

    /** "who got k3x9", "who acted on k3x9", "who didn't act on k3x9". */
    private boolean earlier() {
        List<Token> ahead = tokens.subList(at, Math.min(tokens.size(), at + LONGEST_NAME));
        Optional<Token> alert =
                ahead.stream().filter(each -> terms.alerts().contains(each.raw)).findFirst();
        if (alert.isEmpty()) {
            return false;
        }
        int length = ahead.indexOf(alert.get());
        String before = ahead.subList(0, length).stream().map(Token::folded).collect(Collectors.joining(" "));
        Matcher said = EARLIER.matcher(before);
        if (!said.matches()) {
            return false;
        }
        boolean isAct = said.group(2).startsWith("act");
        isNot |= said.group(1) != null && !isAct;
        String part = !isAct ? "got" : said.group(1) == null ? "acted" : "did-not-act";
        add("earlier", alert.get().raw + ":" + part, tokens.get(at));
        at += length + 1;
        return true;
    }

    private void add(String key, String value, Token token) {
        List<Found> before = found.stream().filter(each -> each.not == isNot).toList();
        boolean isNew = !before.isEmpty() && before.stream().noneMatch(each -> each.key.equals(key));
        boolean isOr = joined != null && AudienceLexicon.OR.contains(joined);
        boolean isBareAnd = joined != null && !joined.equals(",") && !isIntroduced;
        boolean isPlaceBesidePlace = isNew
                && key.matches("state|district")
                && before.stream().anyMatch(each -> each.key.matches("state|district"));
        // After "except", "and" and "or" mean the same: each thing leaves out more people, and nothing can narrow it.
        boolean isTwoWays = isNew && (isNot ? joined == null : isOr || isBareAnd || isPlaceBesidePlace);
        if (isTwoWays) {
            problem(
                    token,
                    Kind.EITHER_OR,
                    "different things can only narrow each other",
                    "write: people in New York who read Spanish; or send two alerts");
        }
        found.add(new Found(isNot, key, value, token.at));
        joined = null;
    }

    private boolean fits(String key, String value) {
        List<AudienceProblem> scratch = new ArrayList<>();
        new AudienceValues(terms, scratch).criterion(key, List.of(new AudienceValues.Word(0, value)));
        return scratch.isEmpty();
    }

    private AudienceText.Read finish() {
        if (!unread.isEmpty() || (found.isEmpty() && problems.isEmpty() && !isEverybody)) {
            String typed = unread.isEmpty()
                    ? line.strip()
                    : unread.stream().map(Token::raw).collect(Collectors.joining(" "));
            int where = unread.isEmpty() ? 0 : unread.get(0).at;
            problems.add(new AudienceProblem(
                    where + 1,
                    Kind.NOT_UNDERSTOOD,
                    Map.of("typed", typed),
                    "\"" + typed + "\" says nothing about who it's for",
                    "write: New York and California; whose senator sits on Appropriations; everyone but Texas"));
        }
        List<Criterion> include = criteria(false);
        List<Criterion> exclude = criteria(true);
        return problems.isEmpty()
                ? new AudienceText.Read.Sound(new Audience(include, exclude), corrected)
                : new AudienceText.Read.Broken(problems);
    }

    private List<Criterion> criteria(boolean not) {
        Map<String, Set<AudienceValues.Word>> byKey = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Found each : found) {
            if (each.not == not && seen.put(each.key + each.value, each.at) == null) {
                byKey.computeIfAbsent(each.key, key -> new LinkedHashSet<>())
                        .add(new AudienceValues.Word(each.at, each.value));
            }
        }
        AudienceValues values = new AudienceValues(terms, problems);
        List<Criterion> criteria = new ArrayList<>();
        byKey.forEach((key, words) -> {
            Criterion criterion = values.criterion(key, List.copyOf(words));
            if (criterion != null) {
                criteria.add(criterion);
            }
        });
        return criteria;
    }

    private void problem(Token token, Kind kind, String message, String mend) {
        problems.add(new AudienceProblem(token.at + 1, kind, Map.of("typed", token.raw), message, mend));
    }
}
