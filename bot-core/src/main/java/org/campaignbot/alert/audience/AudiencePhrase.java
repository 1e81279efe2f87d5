package org.campaignbot.alert.audience;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.alert.audience.Criterion.Earlier;
import org.campaignbot.alert.audience.Criterion.HasChamber;
import org.campaignbot.alert.audience.Criterion.HasLawmaker;
import org.campaignbot.alert.audience.Criterion.HasParty;
import org.campaignbot.alert.audience.Criterion.InDistrict;
import org.campaignbot.alert.audience.Criterion.InLanguage;
import org.campaignbot.alert.audience.Criterion.InState;
import org.campaignbot.alert.audience.Criterion.OfGroup;
import org.campaignbot.alert.audience.Criterion.OnCommittee;
import org.campaignbot.alert.audience.Criterion.OnPlatform;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.States;
import org.campaignbot.people.Language;

/** Says in words who an alert is for, so that whoever chose them sees what was understood. */
public final class AudiencePhrase {

    private final AudienceTerms terms;
    private final boolean isSpanish;

    private AudiencePhrase(AudienceTerms terms, boolean isSpanish) {
        this.terms = terms;
        this.isSpanish = isSpanish;
    }

    /** As {@code people in New York or California, who read Spanish, but no one in NY-12}; English unless the language is Spanish. */
    public static String of(Audience audience, AudienceTerms terms, Language language) {
        AudiencePhrase phrase = new AudiencePhrase(terms, language.equals(Language.SPANISH));
        String include = audience.include().isEmpty()
                ? phrase.say("everyone", "todo el mundo")
                : phrase.say("people ", "personas ") + phrase.all(audience.include(), ", ");
        return audience.exclude().isEmpty()
                ? include
                : include
                        + phrase.say(", but no one ", ", pero nadie ")
                        + phrase.all(audience.exclude(), phrase.say(" or ", " ni "));
    }

    private String say(String english, String spanish) {
        return isSpanish ? spanish : english;
    }

    private String all(List<Criterion> criteria, String between) {
        return criteria.stream().map(this::of).collect(Collectors.joining(between));
    }

    private String of(Criterion criterion) {
        if (criterion instanceof InState in) {
            return say("in ", "en ") + any(in.states(), States::nameOrCode);
        } else if (criterion instanceof InDistrict in) {
            return say("in ", "en ") + any(in.districts(), Function.identity());
        } else if (criterion instanceof HasChamber has) {
            return has.chamber() == Chamber.SENATE
                    ? say("with a senator", "con senador")
                    : say("with a representative", "con representante");
        } else if (criterion instanceof HasLawmaker has) {
            return say("represented by ", "a quienes representa ") + any(has.lawmakers(), this::lawmaker);
        } else if (criterion instanceof HasParty has) {
            return say("represented by a member of this party: ", "a quienes representa alguien de este partido: ")
                    + any(has.parties(), Function.identity());
        } else if (criterion instanceof OnCommittee on) {
            return say("with a lawmaker on the ", "con alguien en el comité ") + any(on.committees(), this::committee);
        } else if (criterion instanceof InLanguage in) {
            return say("who read ", "que leen en ")
                    + any(in.languages().stream().map(Language::code).toList(), this::language);
        } else if (criterion instanceof OnPlatform on) {
            return say("on ", "en ") + any(on.channels(), Function.identity());
        } else if (criterion instanceof OfGroup of) {
            return say("through ", "por medio de ") + any(of.accounts(), Function.identity());
        }
        Earlier earlier = (Earlier) criterion;
        return switch (earlier.part()) {
            case GOT -> say("who got alert ", "a quienes les llegó la alerta ") + earlier.alert();
            case ACTED -> say("who acted on alert ", "que actuaron con la alerta ") + earlier.alert();
            case DID_NOT_ACT -> say("who didn't act on alert ", "que no actuaron con la alerta ") + earlier.alert();
        };
    }

    private String any(Collection<String> values, Function<String, String> name) {
        return values.stream().map(name).sorted().collect(Collectors.joining(say(" or ", " o ")));
    }

    private String lawmaker(String key) {
        Lawmaker holder = terms.lawmakers().get(key);
        return holder == null ? key : holder.name();
    }

    private String committee(String code) {
        return terms.directory().committee(code).map(Committee::name).orElse(code);
    }

    private String language(String code) {
        return switch (code) {
            case "es" -> say("Spanish", "español");
            case "en" -> say("English", "inglés");
            default -> code;
        };
    }
}
