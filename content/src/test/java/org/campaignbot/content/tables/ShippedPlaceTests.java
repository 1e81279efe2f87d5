package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.content.tables.Shipped.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Meaning;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.States;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPlaceTests {

    /** For each place and state, the districts of all its ZIP codes, gathered from the rows. */
    private static Map<String, Set<String>> placesAndStates() {
        Map<String, Set<String>> expected = new HashMap<>();
        for (List<String> row : Shipped.rows("zip-districts-cd119.csv")) {
            if (row.get(3).matches("census|point") && !row.get(2).isEmpty()) {
                for (String district : row.get(1).split(" ", -1)) {
                    expected.computeIfAbsent(row.get(2) + ", " + district.substring(0, 2), key -> new TreeSet<>())
                            .add(district);
                }
            }
        }
        return expected;
    }

    @Test
    void everyPlaceWithItsStateGivesAllDistrictsOfItsZips() {
        Map<String, Set<String>> expected = placesAndStates();
        assertThat(expected).hasSizeGreaterThan(25_000);
        expected.forEach((place, districts) ->
                assertThat(Shipped.districts(find(place))).as(place).containsAll(districts));
    }

    @Test
    void aHamletThatIsACityMisspelledAsksForBoth() {
        assertThat(find("huston"))
                .isInstanceOfSatisfying(
                        Lookup.Choice.class,
                        choice -> assertThat(choice.meanings())
                                .extracting(meaning -> meaning.name() + ", " + meaning.state())
                                .containsExactly("Houston, TX", "Huston, ID"));
    }

    @Test
    void everyStateIsFoundByItsNameAndItsCode() {
        for (String code : States.codes()) {
            boolean oneSeat = Shipped.DIRECTORY.districts(code).size() == 1;
            String name = States.name(code).orElseThrow();
            // "LA" may be Los Angeles, and "Washington" the capital: both are questions.
            if (!code.equals("LA")) {
                assertThat(find(code)).as(code).isInstanceOf(oneSeat ? Lookup.Exact.class : Lookup.StateOnly.class);
            }
            if (!code.equals("WA") && !code.equals("LA")) {
                assertThat(find(name)).as(name).isEqualTo(find(code));
            }
        }
    }

    @Test
    void everyPlaceOfTheTerritoriesIsKnown() {
        List<List<String>> rows = Shipped.rows("territory-places.csv");
        assertThat(rows).hasSizeGreaterThan(24);
        for (List<String> row : rows) {
            assertThat(Shipped.districts(find(row.get(0)))).as(row.get(0)).contains(row.get(1));
            String inTerritory = row.get(0) + ", " + row.get(1).substring(0, 2);
            assertThat(Shipped.districts(find(inTerritory))).as(inTerritory).containsExactly(row.get(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "springfield il | IL-13 IL-15",
                "Springfield, Illinois | IL-13 IL-15",
                "St. Louis MO | MO-1 MO-2",
                "Saint Louis, Missouri | MO-1 MO-2",
                "Coeur d'Alene | ID-1",
                "coeur dalene id | ID-1",
                "Winston Salem | NC-6 NC-10",
                "San Juan, PR | PR-0",
                "Nowhere, WY | WY-0",
                "Washington, D.C. | DC-0",
                "NYC | NY-3 NY-5 NY-6 NY-7 NY-8 NY-9 NY-10 NY-11 NY-12 NY-13 NY-14 NY-15 NY-16",
            })
    void aPlaceIsUnderstoodAsPeopleTypeIt(String query, String districts) {
        assertThat(String.join(" ", Shipped.districts(find(query)))).isEqualTo(districts);
    }

    @ParameterizedTest
    @CsvSource({
        "Schumer, NY-S3",
        "Chuck Schumer, NY-S3",
        "Shumer, NY-S3",
        "Schumar, NY-S3",
        "Senator Schumer, NY-S3",
        "Murkowsky, AK-S3",
        "Ocasio-Cortes, NY-14",
        "Hakeem Jefferies, NY-8",
        "Chuy Garcia, IL-4",
        "Bernie Sanders, VT-S1",
        "Nidia Velasquez, NY-7",
        "Moody, FL-S3"
    })
    void aLawmakerIsFoundByTheNamePeopleType(String query, String seat) {
        assertThat(find(query).seats()).extracting(Seat::id).contains(seat);
    }

    @Test
    void aLastNameOfSeveralIsAQuestionWithAllOfThem() {
        assertThat(find("Senator Scott").seats()).extracting(Seat::id).containsExactly("FL-S1", "SC-S3");
        assertThat(find("Johnson"))
                .isInstanceOfSatisfying(
                        Lookup.Choice.class,
                        choice -> assertThat(choice.named())
                                .extracting(Seat::id)
                                .containsExactlyInAnyOrder("GA-4", "LA-4", "SD-0", "TX-32", "WI-S3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "water", "pizza", "thank you", "session", "hello"})
    void ordinaryWordsAndMisspelledTownsAreNoLawmakers(String query) {
        assertThat(find(query)).isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NOT_UNDERSTOOD));
    }

    @Test
    void aMisspelledTownIsAQuestion() {
        assertThat(find("Springfeild")).isInstanceOfSatisfying(Lookup.Choice.class, choice -> {
            assertThat(choice.named()).isEmpty();
            assertThat(choice.meanings()).extracting(Meaning::state).startsWith("MO", "MA", "IL", "OR", "OH");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NY-12, NY-12",
        "ny 12, NY-12",
        "NY12, NY-12",
        "district 12 in New York, NY-12",
        "12th district of New York, NY-12",
        "New York's 12th congressional district, NY-12",
        "el distrito 12 de Nueva York, NY-12",
        "my district is NY-12, NY-12",
        "I live in Texas's 7th district, TX-7",
        "alaska at large, AK-0"
    })
    void aDistrictIsUnderstoodAsPeopleSayIt(String query, String district) {
        assertThat(Shipped.districts(find(query))).containsExactly(district);
    }

    @ParameterizedTest
    @CsvSource({
        "im from texas but live in chicago, 'Chicago, Illinois'",
        "I was born in Mexico and now I live in Phoenix with my kids, 'Phoenix, Arizona'",
        "somewhere near Tulsa, 'Tulsa, Oklahoma'",
        "by san antonio, 'San Antonio, Texas'",
        "Queens, 'Queens, New York'",
        "philly, 'Philadelphia, Pennsylvania'",
        "the Bronx, 'The Bronx, New York'"
    })
    void aTownTakenForItsSizeIsNamed(String query, String town) {
        assertThat(find(query).town()).contains(town);
    }

    @Property(tries = 1_000)
    void noTextMakesALookUpThrow(@ForAll @StringLength(max = 40) String text) {
        assertThat(find(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orlando near disney|FL",
                "tulsa born and bred|OK",
                "omaha por la calle 24|NE",
                "vivo en una traila afuera de Odessa, Texas|TX",
                "indianappolis, westside|IN",
                "reding pa|PA",
                "nashvil|TN",
                "Wheeling, W. Va.|WV"
            })
    void aTownIsFoundAmongOtherWords(String typed, String state) {
        assertThat(find(typed).seats()).extracting(Seat::state).containsOnly(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the valley",
                "en el campo",
                "mitad del año en florida y mitad en puerto rico",
                "chicago is not where i live"
            })
    void wordsThatNameNoTownAreAskedAbout(String typed) {
        assertThat(find(typed)).isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NOT_UNDERSTOOD));
    }

    @Test
    void aCountyCalledLikeAStateIsAskedAbout() {
        assertThat(find("en el condado de washington")).isInstanceOf(Lookup.Choice.class);
    }

    @Test
    void theMexicanSideOfABorderTownIsAbroad() {
        assertThat(find("nuevo laredo del lado mexicano")).isInstanceOf(Lookup.Abroad.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bronsvil|TX",
                "chatanuga|TN",
                "estamos en yacsonvil con unos primos|FL",
                "kalifornia|CA",
                "pheonix and its 114 degrees|AZ"
            })
    void aNameSpelledByEarIsAQuestion(String typed, String state) {
        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        Lookup.Choice.class,
                        choice -> assertThat(choice.meanings())
                                .extracting(Meaning::state)
                                .startsWith(state));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Minot. why not minot lol|ND",
                "Buford Highway, Doraville|GA",
                "el valle, macallen|TX",
                "vivo en boyle hights|CA",
                "looavul|KY",
                "west by god virginia|WV",
                "mertel bich|SC",
                "aroostook county|ME",
                "el condado de Hudson|NJ",
                "West Valley, uta|UT",
                "61354 Peru|IL",
                "33125 de Cuba|FL",
                "33126 Cuba|FL",
                "78501 in mexico border|TX",
                "32401 Panama City, FL|FL",
                "91344 Granada Hills, CA|CA",
                "02130 Jamaica Plain, MA|MA",
                "Arlington Virginia, not sure which congressional district|VA",
                "South Dakota, I forgot which rep|SD",
                "Charleston, South Carolina, not sure which one|SC",
                "Carolina, Puerto Rico, no sé cuál es mi distrito|PR",
                "Michigan and Ohio, Chicago|IL"
            })
    void aPlaceIsFoundAsItsPeopleCallIt(String typed, String state) {
        assertThat(find(typed).seats()).extracting(Seat::state).containsOnly(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none of your business, friend",
                "no sé, amigo",
                "que te importa, hermosa",
                "I dont know, cool",
                "nope, boring",
                "moved to New York from Ohio but I live in New Jersey now",
                "my office moved to Reno from Fresno"
            })
    void aTownIsNotGuessedFromWhatIsntOne(String typed) {
        assertThat(find(typed).seats()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dalton, up by the tennessee line|GA,TN",
                "Liberal, al sur de Kansas casi tocando oklahoma|KS,OK",
                "California con la 26, me agarra mas cerca el hospital de chicago|CA,IL",
                "Orlando about ten mins from disney|FL",
                "orange county|CA,FL,NY",
                "estoy en méxico, me deportaron en 2019|MO",
                "virginia, pero no me acuerdo cual de las dos|VA",
                "virginia, i can't remember which one lol|WV",
                "snowbird here, new york and florida|NY,FL",
                "kansas or missouri|KS",
                "I live in Kansas or Missouri|MO",
                "vivo en Texas y Florida|FL",
                "Iowa, no Ohio|IA",
                "Kansas, no Arkansas|AR",
                "westchester miami, por la 87 avenida|FL",
                "I live in Alexandria in the spring|VA"
            })
    void aPlaceThatMayBeAnotherPersonsIsAQuestion(String typed, String states) {
        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        Lookup.Choice.class,
                        choice -> assertThat(choice.meanings())
                                .extracting(Meaning::state)
                                .containsAnyElementsOf(List.of(states.split(","))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fayetteville NC no la de arkansas|NC",
                "lima ohio no lima peru|OH",
                "nos cambiamos de las vegas para acá para bakersfield apenas en enero|CA",
                "NE dc by h street|DC",
                "es en la 59 y glendale, arizona verdad|AZ",
                "303 03|GA",
                "holland mi, pizca de mora azul|MI",
                "miami, little haiti|FL",
                "mi mai vive en santurce y yo acá en loisaida, manhattan|NY",
                "vivo en odesa tejas y trabajo en el petroleo|TX",
                "vivo en toledo, ohio no españa jaja|OH",
                "vivo en austin pero soy de guanajuato|TX",
                "santa cruz, islas virgenes|VI",
                "Montgomery County md, gaithersberg|MD",
                "Fruitvale, Oakland|CA",
                "soy de puerto rico pero llevo 20 años en orlando|FL",
                "we moved from California to Murfreesboro Tennessee cause rent|TN",
                "loisaida toda la vida|NY",
                "the 305|FL",
                "el 818|CA",
                "Orlando florida, me mudé de ponce después del huracán|FL",
                "I'm from Oklahoma but I've been in Amarillo nine years|TX",
                "VIVO EN HOUSTON ME PUEDEN AYUDAR|TX",
                "I live in Denver, I'll call tomorrow|CO",
                "I live in Denver, Ohio is where mom lives|CO",
                "88001 Las Cruces, New Mexico|NM",
                "33125 de Cuba|FL",
                "I left Chicago in 2019, I'm in Gary now with my sister|IN",
                "left miami, in dayton now|OH",
                "salí de miami, ahora estoy en dayton|OH",
                "i left a message, I'm in Denver|CO",
                "I left Houston, Texas, now in Dayton, Ohio|OH",
                "We left Texas and Ohio behind, now in Maine|ME",
                "nevada le dije ya no vivo en houston|NV",
                "i don't live in Houston anymore, i live in Reno|NV",
                "no vivo en dallas sino en reno|NV",
                "no, vivo en reno|NV",
                "i used to live in Toledo but we moved down to Naples florida|FL",
                "SALÍ DE MIAMI, AHORA ESTOY EN DAYTON|OH",
                "nunca me fui de Houston, aquí sigo|TX",
                "corto carne y duermo, eso es mi vida en schuyler nebraska|NE",
                "moved to Dallas from NY last year|TX",
                "I moved from El Paso to Denver two years ago|CO",
                "me mudé de Santo Domingo al Bronx en enero|NY",
                "Iowa not idaho not ohio|IA",
                "Kansas, not Kansas City|KS",
                "Jersey City, not New York City|NJ",
                "Las Cruces NM. not old mexico, people always ask|NM"
            })
    void whereSomebodyDoesNotLiveIsLeftOut(String typed, String state) {
        assertThat(find(typed).seats()).extracting(Seat::state).containsOnly(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Madrid, me fui de miami el año pasado",
                "manila, my sister is the one in vegas",
                "en santo domingo, mi esposa es la que esta en el bronx",
                "los mochis sinaloa, mi hija estudia en phoenix",
                "nogales sonora buenas tardes",
                "Lima, Peru. My kids are in Jersey",
                "I'm in Mexicali pero I work in Calexico, but not always",
                "San Miguel de Allende, Guanajuato, Mexico",
                "Mexicali pero trabajo en calexico",
                "75011 paris france",
                "28012 en España",
                "Mexico City now, Houston before",
                "I self deported to Morelia, was 22 years in Illinois",
                "acá en rosarito baja california con mi esposo",
                "Minneapolis, Ontario",
                "lima perú código 15001",
                "Madrid España 28001",
                "en cd juárez, cruzo a el paso a trabajar pero vivo de este lado"
            })
    void whoIsAbroadIsNotWhereTheFamilyIs(String typed) {
        assertThat(find(typed)).isInstanceOf(Lookup.Abroad.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yo naci en florida pero ya no vivo alla",
                "en la montaña, hace un frio que no se imagina",
                "dejo mensaje en español o q",
                "como borro todo lo q le dije",
                "the panhandle",
                "por el rio"
            })
    void wordsThatTellNoHomeAreAskedAbout(String typed) {
        assertThat(find(typed)).isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NOT_UNDERSTOOD));
    }
}
