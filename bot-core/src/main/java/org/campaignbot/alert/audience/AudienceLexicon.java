package org.campaignbot.alert.audience;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The English and Spanish words in which organizers say who an alert is for; folded, as {@code espanol}. */
final class AudienceLexicon {

    static final Set<String> AND = words(", and y e plus also tambien");
    static final Set<String> OR = words("or o u");
    static final Set<String> EVERYBODY = words("everyone everybody all anyone todos todas todo mundo");
    static final Set<String> BUT_NOT = words("except excepting excluding without not excepto menos salvo sin no");
    /** What "but" only leads to: "New York, but only Spanish readers", "everyone but not Texas". */
    static final Set<String> AFTER_BUT = words("only just not except without");

    static final Set<String> INTRODUCES = words("who whose that which with in on from living live lives represented"
            + " que quienes cuyo cuya cuyos cuyas con en de del viven vive representados representadas");
    static final Set<String> FILLERS =
            words("our people person persons folks those subscribers supporters voters the of a an"
                    + " is are be has have only just but any state states their they them by speak speaks speakers speaking read reads"
                    + " readers reading get gets use uses users wants want sits sit sitting serves serve serving member members committee"
                    + " committees district districts congressional to for us app"
                    + " nuestra nuestro nuestras nuestros gente persona personas el la los las un una al pero solo estado estados es son esta estan tienen tiene su sus se"
                    + " por habla hablan hablantes lee leen lectores usan sienta integra comite comision miembro miembros distrito"
                    + " distritos congresional congresionales a para forma parte todo");
    static final Set<String> SENATORS = words("senator senators senadora senador senadores senadoras senate senado");
    static final Set<String> REPRESENTATIVES = words("representative representatives rep reps congressman congresswoman"
            + " house representante representantes congresista congresistas camara");
    static final Set<String> LAWMAKERS =
            words("lawmaker lawmakers legislator legislators congress legislador legisladora legisladores congreso");
    static final Set<String> COMMITTEE = words("committee comite comision");
    static final Set<String> SITS_ON = words("on en");
    static final Set<String> ARTICLES = words("the el la los las");
    /** Words between the numbers of districts, and those between them and their state. */
    static final Set<String> OF_DISTRICTS =
            words("the el la los las district districts congressional distrito distritos congresional congresionales");

    static final Set<String> OF_STATE = words("of in from de del en the el la state estado");
    /** What makes the name of a state that of a smaller place. */
    static final Set<String> CITY = words("city beach county");

    static final Set<String> CONSTITUENTS =
            words("constituents constituent represented electores representados" + " representadas");
    static final Map<String, String> PARTIES = Map.of(
            "republican", "Republican",
            "republicans", "Republican",
            "republicano", "Republican",
            "republicana", "Republican",
            "democrat", "Democrat",
            "democratic", "Democrat",
            "democrats", "Democrat",
            "democrata", "Democrat",
            "independent", "Independent",
            "independiente", "Independent");
    static final Map<String, String> LANGUAGES = Map.of(
            "spanish", "es", "espanol", "es", "castellano", "es", "english", "en", "ingles", "en", "espanish", "es");

    /** Spanish words in names of committees, and short names that people use. */
    static final Map<String, String> OF_COMMITTEES = Map.ofEntries(
            Map.entry("asignaciones", "appropriations"),
            Map.entry("apropiaciones", "appropriations"),
            Map.entry("approps", "appropriations"),
            Map.entry("judicial", "judiciary"),
            Map.entry("justicia", "judiciary"),
            Map.entry("presupuesto", "budget"),
            Map.entry("finanzas", "finance"),
            Map.entry("seguridad", "security"),
            Map.entry("nacional", "homeland"),
            Map.entry("armadas", "armed"),
            Map.entry("armados", "armed"),
            Map.entry("fuerzas", "services"),
            Map.entry("servicios", "services"),
            Map.entry("reglas", "rules"),
            Map.entry("relaciones", "relations"),
            Map.entry("exteriores", "foreign"),
            Map.entry("salud", "health"),
            Map.entry("educacion", "education"));

    private AudienceLexicon() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }
}
