package org.campaignbot.directory;

import java.util.Set;

/**
 * Words that are also the names of towns, lawmakers or countries, and that people mostly write for what they mean: "hope", "may",
 * "done". Nobody asked for a place, so they aren't taken for one.
 *
 * <p>Found by comparing the listed towns of fewer than 150,000 people, and the last names of lawmakers, with the twelve thousand
 * most frequent words of English film subtitles and with a Spanish dictionary, then read and completed by hand (2026-11-27).
 */
final class OrdinaryWords {

    private static final Set<String> WORDS = Set.of("""
            accident cuando english espanol ingles spanish cuales porque quien quienes adams adelanto agency alameda alamo alice allen alliance alma aloha amo anderson anna anthony apple
            arab armstrong arnold arroyo art atlantic august aventura babylon bacon bad baker ball bank banks barragan
            bartlett bath battlefield baxter beach beacon bean bear beatrice beauty belen bell bend best bishop bismarck
            blair blessing blue bolivar bonita book boring bowie box boy brent bright brothers brown brush bryan burke
            burton bush butler byron cadillac cairo campanilla campbell candelaria canton canyon carey carson carter carver
            case cash casper castor celebration center central chaparral chester chico chinatown chino church city
            clark clay clear climax clive cloud club coal coco cocoa cohen cole college collins colonia comer comfort
            commerce concordia cook corner corona corral corrales correa cortez costa cotton countryside craig crane crank
            cross crow crystal cuero curtis cut cutler dalton daphne davis day deal dean defiance delta dent deputy derby
            dexter dime dish dollar done donna dorado douglas drew dudley eagle early earth echo economy eden edison edwards
            effort eight embarrass emerson encanto energy enterprise equality esperanza estes evans ewing fair faith fate
            fields figures fine fish flag fletcher flood force forest fort fortuna foster fountain fowler fox franklin
            frederick free friend friendly frost fry fuller garcia garfield garrison gateway gift glad globe golden good
            grace gracia gracias graham grand graves gray great green griffin grove guest halfway hall hamilton hamlet harder
            harris harrison harvard harvest harvey hastings hayes hazard helena hercules hermosa hi high hill holden holiday
            holland holly holt home homeland homer hondo honor hooper hoover hope hormigueros horse house hudson hugo hull
            humble hunt hurricane ice imperial independence indio ingenio intercourse jack jackson james jardin jasper
            jefferson johnson jordan joshua joyce juncos june jupiter just justice kelly key kim king kirby kyle lacey lady
            laguna lake lakes land landing largo last laurel law lawn lawrence lee letter liberal liberty light lima linda
            lindo llano logan loma long lookout love loyal lucas luck luna luz lynch lynn mace mack madera magnolia mango
            manor many map mar marathon marco marina marshall martin martinez mason may mayo media mejia melissa mentor
            mercedes mesa message metropolis midway milagro miller mills milton min mina mine mission mobile monroe monument
            moody moon moore moran moreno morning morris morrow murphy murray mustang napoleon naranja neal newton nice
            night nine no noble none normal norman norte north novelty nuevo oasis office ok old one only opportunity orange
            ordinary pace pacific page pajaros palma palmer paloma panic paradise paramount parker parole paul paz peabody
            peace pearl peculiar perla perry peters pierre plain plano plantation playa pleasant please plum post power pray
            present price progress prospect prosper protection proud pueblo quick rain randall reading ready red reed
            republic rescue reserve rest rey rich richardson ridge rifle right riley rincon rio river robbins robinson
            rochelle rock rodeo rogers roosevelt rosa rose rosen ross rough round rounds rule rye sad safe salamanca salida
            salina saline salt sandwich sandy santo savage school scott sea second secretary self sharon shaw shields ship
            shirley short side sidney silent simon simple simpson sky slick smith snow social sol soledad soto south sparks
            speed spencer spring springs stanford star stay sterling stone stop storm story strawberry street strong stuart
            summer summit sumner sun sunset superior sur surprise sweet table taft talent tea temple ten thank thanks
            theodore thompson tiburon tierra tiffany time tip tire tomorrow top torres town trade train tree tres triangle
            trinidad trinity trooper troy true trust truth try tucker turner two union unity university uptown valley vargas
            vega verde vernon victoria villa villas vincent vineyard viola vista viva voice vote wait walk walker war ware
            warner warren water waters wave way wayne webster welcome wellington west what white whitney why wild williams
            wilson winchester wind wing winters wish wood woodward word work worth wright yes york young zero
            """.strip().split("\\s+", -1));

    /** Words that sound or look nearly like a town's name, found in what people typed to the bot about other things (2026-11-29). */
    private static final Set<String> SOUND_ALIKE = Set.of("""
            abran abren action agarra alguna alien amazon america anyone arresting avion barber basement basta blowing
            bonito borren bottle bridge bring burger caller calling canse carne cartero centers chaleco chingo clean
            conversar cooler corran corriendo corrieron cream creen crime crying cutting delante denada derrame drowning
            during encanta encuentro escondida escondidas escondidos escondimos escondio estas federal flying gardener
            grabacion grande grano ground gusta haber health hears hermana hermano hielo highway hours hurts intente junio
            killer killing larga lavar lentes limpia lined llegan making mames manches mandame manden market marketa marque
            marqueta medicina medicine mentira meten minute mision missing mosque musiquita necesita necesito nesesito novia
            novio oigan packing parados parale parce parece pelan pense perros persons picking plane plant pones probe prove
            question quince raiding razon recibo relay republican salen salidas salido salon sangre segun senators sepan
            siguiente since sonar sorpresa spoken steal still subieron suicide supervisor taller tenian texting think
            thousand tools valor vayan ventana warrant weather weekend wherever whispering years
            """.strip().split("\\s+", -1));

    private OrdinaryWords() {}

    /** Whether a key of one word is such a word. */
    static boolean contains(String key) {
        return WORDS.contains(key) || SOUND_ALIKE.contains(key);
    }
}
