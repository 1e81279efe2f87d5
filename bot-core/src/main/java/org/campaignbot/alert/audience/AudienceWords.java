package org.campaignbot.alert.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.alert.audience.AudiencePlaces.Named;
import org.campaignbot.alert.audience.AudiencePlaces.Numbers;
import org.campaignbot.alert.audience.AudiencePlaces.Token;
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
    private static final Pattern CAPITAL = Pattern.compile("(?i)\\bd\\.\\s?c\\b\\.?");

    private static final Pattern EARLIER = Pattern.compile("(did not|didnt|have not|havent|no)?\\s*"
            + "(got|get|received|recibieron|recibio|acted|act|actuaron|actuo)"
            + "(?: (?:on|en|con|the|la|alert|alerta|de))*");

    /** One name with its key, as in the line of a filter. */
    private record Found(boolean not, String key, String value, int at) {}

    private final String typed;
    private final String line;
    private final AudienceTerms terms;
    private final List<AudienceProblem> problems = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final AudiencePlaces places = new AudiencePlaces(tokens);
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

    AudienceWords(String line, AudienceTerms terms) {
        this.typed = line;
        this.terms = terms;
        boolean shouts = line.chars().noneMatch(Character::isLowerCase)
                && LONG_WORD.matcher(line).find();
        String read = CAPITAL.matcher(shouts ? line.toLowerCase(Locale.ROOT) : line)
                .replaceAll(dotted -> "DC" + " ".repeat(dotted.group().length() - 2));
        // What is quoted is found by its place, so a letter that grows in lower case keeps the line as it is.
        this.line = read.length() == line.length() ? read : line;
    }

    AudienceText.Read read() {
        Matcher matcher = TOKEN.matcher(line);
        while (matcher.find()) {
            String raw = matcher.group().replaceAll("(['’][sS])?[.'’-]*$", "");
            String folded = raw.isEmpty() ? "," : Fold.fold(raw);
            tokens.add(new Token(raw, raw.equals(",") ? "," : folded, matcher.start()));
        }
        while (at < tokens.size()) {
            next();
        }
        endOfLawmakers();
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
        String word = token.folded();
        boolean isJoiner =
                (AudienceLexicon.OR.contains(word) && !isOregon(token)) || AudienceLexicon.AND.contains(word);
        if (isJoiner) {
            joined = joined == null || joined.equals(",") ? word : joined;
            at++;
        } else if (earlier() || lawmakerOrCommittee() || state() || district() || numbers() || word(token)) {
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
        } else if (word.equals("but")
                && !AudienceLexicon.AFTER_BUT.contains(token(at + 1).folded())) {
            but(token(at));
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
        String before = token(at - 1).folded();
        return token.raw().equals("OR")
                && (at == 0
                        || AudienceLexicon.AND.contains(before)
                        || AudienceLexicon.INTRODUCES.contains(before)
                        || at == tokens.size() - 1);
    }

    /** A senator, a representative or lawmakers, by what comes next: a committee, a party or a name. */
    private boolean lawmakerOrCommittee() {
        Token token = tokens.get(at);
        Set<Chamber> chambers = AudienceLexicon.SENATORS.contains(token.folded())
                ? Set.of(Chamber.SENATE)
                : AudienceLexicon.REPRESENTATIVES.contains(token.folded())
                        ? Set.of(Chamber.HOUSE)
                        : AudienceLexicon.LAWMAKERS.contains(token.folded())
                                        || AudienceLexicon.CONSTITUENTS.contains(token.folded())
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
        String party = AudienceLexicon.PARTIES.get(token.folded());
        boolean ofLawmakers = !whose.isEmpty()
                || AudienceLexicon.LAWMAKERS.contains(token(at + 1).folded())
                || AudienceLexicon.SENATORS.contains(token(at + 1).folded())
                || AudienceLexicon.REPRESENTATIVES.contains(token(at + 1).folded());
        if (party == null || !ofLawmakers) {
            return false;
        }
        if (whose.size() == 1
                || AudienceLexicon.SENATORS.contains(token(at + 1).folded())
                || AudienceLexicon.REPRESENTATIVES.contains(token(at + 1).folded())) {
            problem(
                    token,
                    Kind.ONE_SEATS_PARTY,
                    "a party can only be that of any of their lawmakers",
                    "write: represented by a " + party);
        } else {
            add("party", party, token);
        }
        whose = Set.of();
        at += AudienceLexicon.LAWMAKERS.contains(token(at + 1).folded()) ? 2 : 1;
        return true;
    }

    private boolean committee(Token token) {
        if (AudiencePlaces.isJoin(token)
                || AudienceLexicon.FILLERS.contains(token.folded())
                || (whose.isEmpty() && AudienceLexicon.INTRODUCES.contains(token.folded()))) {
            return false;
        }
        for (int size = Math.min(AudiencePlaces.LONGEST_NAME, tokens.size() - at); size > 0; size--) {
            List<Token> span = tokens.subList(at, at + size);
            // Without a lawmaker or a committee, "veterans" are people, and no committee.
            boolean isSpokenOf = !whose.isEmpty()
                    || AudienceLexicon.SITS_ON.contains(before(at).folded())
                    || span.stream().anyMatch(each -> AudienceLexicon.COMMITTEE.contains(each.folded()));
            if (!isSpokenOf || AudiencePlaces.isJoin(span.get(size - 1))) {
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
                        token.at() + 1,
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
        while (AudienceLexicon.ARTICLES.contains(token(last).folded())) {
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
        String word = AudienceLexicon.OF_COMMITTEES.getOrDefault(token.folded(), token.folded());
        if (AudienceLexicon.FILLERS.contains(word)
                || word.length() < AudiencePlaces.SHORTEST_MISSPELLED
                || States.called(word).isPresent()) {
            return word.equals("committee")
                            || AudienceLexicon.AND.contains(word)
                            || AudienceLexicon.INTRODUCES.contains(word)
                            || AudienceLexicon.FILLERS.contains(word)
                    ? ""
                    : word;
        }
        return Nearest.to(word, committeeWords(), word.length() < AudiencePlaces.TWO_SLIPS ? 0 : 2)
                .orElse(word);
    }

    private Set<String> committeeWords() {
        return terms.directory().committees().stream()
                .filter(each -> each.parent().isEmpty())
                .flatMap(each -> Arrays.stream(Fold.fold(each.name()).split(" ", -1)))
                .filter(each -> each.length() >= AudiencePlaces.SHORTEST_MISSPELLED)
                .collect(Collectors.toSet());
    }

    private boolean lawmaker(Token token) {
        for (int size = Math.min(3, tokens.size() - at); size > 0; size--) {
            List<Token> span = tokens.subList(at, at + size);
            boolean isName = span.stream()
                    .noneMatch(each -> AudiencePlaces.isJoin(each)
                            || AudienceLexicon.FILLERS.contains(each.folded())
                            || AudienceLexicon.INTRODUCES.contains(each.folded())
                            || AudienceLexicon.BUT_NOT.contains(each.folded()));
            String name = span.stream().map(Token::raw).collect(Collectors.joining(" "));
            boolean owns =
                    AudienceLexicon.CONSTITUENTS.contains(token(at + size).folded());
            if (isName && (owns || !whose.isEmpty()) && fits("lawmaker", name)) {
                add("lawmaker", name, token);
                whose = Set.of();
                at += owns ? size + 1 : size;
                return true;
            }
        }
        return false;
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
        Named named = places.stateAt(at);
        if (named == null) {
            return false;
        }
        Token first = tokens.get(at);
        at = named.end();
        Numbers behind = places.behind(named.end());
        keep(named);
        if (behind.said().isEmpty()) {
            add("state", named.code(), first);
        } else if (!mayBeOfNext(first, behind.said().size() > 1, behind.end())) {
            at = behind.end();
            districts(named, behind);
        }
        return true;
    }

    private void keep(Named named) {
        if (named.misspelled() != null) {
            corrected.add(named.misspelled());
        }
    }

    /** A district as "NY-12", and the numbers that follow in "NY-12 and 14". */
    private boolean district() {
        Token token = tokens.get(at);
        Matcher district = DISTRICT.matcher(token.raw());
        String state = district.matches() ? district.group(1).toUpperCase(Locale.ROOT) : "";
        if (!States.codes().contains(state)) {
            return false;
        }
        at++;
        add("district", state + "-" + Integer.parseInt(district.group(2)), token);
        Numbers more = places.list(places.joins(at), true);
        if (!more.said().isEmpty() && !mayBeOfNext(token, true, more.end())) {
            at = more.end();
            districts(new Named(state, at, null), more);
        }
        return true;
    }

    /** "The 12th and 34th districts of California": numbers, and behind them the state that they belong to. */
    private boolean numbers() {
        Numbers ahead = places.list(at, false);
        if (ahead.said().isEmpty()) {
            return false;
        }
        Named named = places.stateBehind(ahead.end());
        if (named == null || !places.behind(named.end()).said().isEmpty()) {
            whichState(ahead.said().get(0), ahead.end());
        } else {
            at = named.end();
            keep(named);
            districts(named, ahead);
        }
        return true;
    }

    /** In "CA 12 and 34 NY" the last number can be of either state, which is a problem. */
    private boolean mayBeOfNext(Token first, boolean isList, int end) {
        int next = places.ofDistricts(end);
        Named named = isList && !token(next).raw().equals(",") ? places.stateBehind(next) : null;
        if (named == null || !places.behind(named.end()).said().isEmpty()) {
            return false;
        }
        whichState(first, named.end());
        return true;
    }

    private void whichState(Token first, int end) {
        String all = quoted(first, token(end - 1));
        problems.add(new AudienceProblem(
                first.at() + 1,
                Kind.WHICH_STATE,
                Map.of("typed", all),
                "\"" + all + "\" doesn't say which state each district is in",
                "write each with its state, as CA-12 and CA-34"));
        joined = null;
        at = end;
    }

    private void districts(Named state, Numbers numbers) {
        numbers.said().forEach(each -> add("district", state.code() + "-" + AudiencePlaces.number(each), each));
    }

    /** A language or a platform. */
    private boolean word(Token token) {
        String language = AudienceLexicon.LANGUAGES.get(token.folded());
        boolean isPlatform = terms.platforms().contains(token.folded());
        if (language == null && !isPlatform) {
            return false;
        }
        add(language != null ? "language" : "platform", language != null ? language : token.folded(), token);
        at++;
        return true;
    }

    /** "who got k3x9", "who acted on k3x9", "who didn't act on k3x9". */
    private boolean earlier() {
        List<Token> ahead = tokens.subList(at, Math.min(tokens.size(), at + AudiencePlaces.LONGEST_NAME));
        Optional<Token> alert = ahead.stream()
                .filter(each -> terms.alerts().contains(each.raw()))
                .findFirst();
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
        add("earlier", alert.get().raw() + ":" + part, tokens.get(at));
        at += length + 1;
        return true;
    }

    /** "Everyone but Texas" leaves out; after anything else, "but" could narrow as well, so it isn't guessed. */
    private void but(Token token) {
        if (found.isEmpty() && unread.isEmpty()) {
            isNot = true;
            joined = null;
        } else {
            unread.add(token);
        }
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
        found.add(new Found(isNot, key, value, token.at()));
        joined = null;
    }

    private boolean fits(String key, String value) {
        List<AudienceProblem> scratch = new ArrayList<>();
        new AudienceValues(terms, scratch).criterion(key, List.of(new AudienceValues.Word(0, value)));
        return scratch.isEmpty();
    }

    private AudienceText.Read finish() {
        if (unread.isEmpty() && found.isEmpty() && problems.isEmpty() && !isEverybody) {
            notUnderstood(0, typed.strip());
        }
        List<Token> unknown = unread.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Token::at))
                .toList();
        for (int i = 0; i < unknown.size(); ) {
            int last = i;
            while (last + 1 < unknown.size() && isOneSpan(unknown.get(last), unknown.get(last + 1))) {
                last++;
            }
            Token first = begin(unknown.get(i));
            notUnderstood(first.at(), quoted(first, unknown.get(last)));
            i = last + 1;
        }
        List<Criterion> include = criteria(false);
        List<Criterion> exclude = criteria(true);
        return problems.isEmpty()
                ? new AudienceText.Read.Sound(new Audience(include, exclude), corrected)
                : new AudienceText.Read.Broken(problems);
    }

    private void notUnderstood(int where, String what) {
        problems.add(new AudienceProblem(
                where + 1,
                Kind.NOT_UNDERSTOOD,
                Map.of("typed", what),
                "\"" + what + "\" says nothing about who it's for",
                "write: New York and California; CA-12; whose senator sits on Appropriations; everyone but Texas;"
                        + " nobody can be chosen by city"));
    }

    /** Whether nothing that was understood stands between two words, so that they're quoted with all between them. */
    private boolean isOneSpan(Token first, Token last) {
        return found.stream().noneMatch(each -> each.at > first.at() && each.at < last.at());
    }

    /** Where the name of a place begins whose last word wasn't understood: "Los Angeles", "Kansas City". */
    private Token begin(Token unknown) {
        int index = tokens.indexOf(unknown);
        boolean isCity = AudienceLexicon.CITY.contains(unknown.folded());
        Optional<Found> state = found.stream()
                .filter(each -> isCity && each.at < unknown.at())
                .filter(each -> Fold.fold(line.substring(each.at, unknown.at()))
                        .equals(Fold.fold(States.nameOrCode(each.value))))
                .findFirst();
        if (state.isPresent()) {
            return tokens.stream()
                    .filter(each -> each.at() == state.get().at())
                    .findFirst()
                    .orElse(unknown);
        }
        return AudienceLexicon.ARTICLES.contains(token(index - 1).folded()) ? token(index - 1) : unknown;
    }

    /** The words from one to another, as they were typed. */
    private String quoted(Token first, Token last) {
        return typed.substring(first.at(), last.at() + last.raw().length());
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

    private void problem(Token token, Kind kind, String message, String fix) {
        problems.add(new AudienceProblem(token.at() + 1, kind, Map.of("typed", token.raw()), message, fix));
    }
}
