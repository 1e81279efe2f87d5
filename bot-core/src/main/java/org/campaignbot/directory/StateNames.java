package org.campaignbot.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people call a state or territory, in English and Spanish, and the postal codes. */
final class StateNames {

    /** No name has more words than this: "commonwealth of the northern mariana islands". */
    private static final int MOST_WORDS = 6;

    /** In shorter names a typo makes another word. */
    private static final int SHORTEST_LONG_NAME = 5;

    /** Codes that are also everyday words in English or Spanish: alone, they count only in capitals. */
    private static final Set<String> ALSO_WORDS =
            Set.of("al", "as", "de", "hi", "id", "in", "la", "ma", "me", "oh", "ok", "or", "pa");

    private static final String ALIASES = """
            AL ala
            KY kentuki
            MD merilan
            OH ojaio
            ID aidaho
            RI rod ailand
            RI roailan
            NJ nueva yersey
            CT conetica
            AR ark
            AR arkansaw
            AZ ariz
            CA cali
            CA calif
            CO colo
            CT conn
            FL fla
            IL ill
            KS kans
            MA mass
            MI mich
            MN minn
            MT mont
            NE nebr
            NJ jersey
            NJ joisey
            NV nev
            OK okla
            OR oreg
            PA penn
            PA penna
            TN tenn
            TX tex
            WA washington state
            WI wis
            WI wisc
            WY wyo
            NC n carolina
            ND n dakota
            SC s carolina
            SD s dakota
            WV w virginia
            WV west va
            WV w va
            AS samoa americana
            DC washington dc
            DC distrito de columbia
            DC washington district of columbia
            GU territory of guam
            HI hawai
            LA luisiana
            MN minesota
            MO misuri
            MP cnmi
            MP northern marianas
            MP islas marianas del norte
            MP marianas del norte
            MP commonwealth of the northern mariana islands
            MS misisipi
            NC carolina del norte
            ND dakota del norte
            NH nueva hampshire
            NH nuevo hampshire
            NJ nueva jersey
            NM nuevo mexico
            NM nuevo mejico
            NY nueva york
            PA pensilvania
            SC carolina del sur
            SD dakota del sur
            TN tenesi
            TX tejas
            VI virgin islands
            VI us virgin islands
            VI united states virgin islands
            VI usvi
            VI islas virgenes
            VI islas virgenes estadounidenses
            WV virginia occidental
            WV virginia del oeste
            """;

    /** As Spanish speakers write what they hear. */
    private static final String BY_EAR = """
            AK alasca
            AR arcansas
            AR arcanso
            AR arkanso
            CA califas
            CO colorao
            CT conecticut
            CT conetticut
            DE delaguer
            DE delawer
            GA jorgia
            GA yeorgia
            GA yiorgia
            GA yorya
            HI jaguai
            HI jawai
            IA aiowa
            IA ayowa
            ID idajo
            IL ilinoi
            IL ilinois
            IL ilinoy
            KS cansas
            KY kentoqui
            KY kentuqui
            KY quentoqui
            KY quentuqui
            LA lusiana
            MA masachuse
            MA masachuses
            MA masachuset
            MA masachusets
            MD merilen
            MD meriland
            MD merilend
            MI mishigan
            MI misigan
            MN minesora
            MO misouri
            NC carolina norte
            NC nor carolina
            ND nor dakota
            NE nebrasca
            NH niu jamsher
            NH nu jamsher
            NJ new yersey
            NJ niu yersi
            NJ nu yersi
            NJ nueva yersi
            NM niu mexico
            NM nuebo mexico
            NY niu york
            NY nu york
            NY nueba york
            NY nueva yor
            NY nuyor
            OH ohayo
            OH ojayo
            OK oclahoma
            OK oclajoma
            OK oklajoma
            PA pensilbania
            RI rod ailan
            RI roud ailand
            SC carolina sur
            SC sur carolina
            TN tenesee
            TN tenezi
            TX tecsas
            UT iuta
            UT yuta
            VA birginia
            VA birjinia
            VT bermont
            VT vermon
            WA guachinton
            WA guashinton
            WA guasinton
            WI guisconsin
            WI huisconsin
            WI wisco
            WI wisconsi
            WV guest virginia
            WY guayomin
            WY wayomin
            """;

    private static final String NICKNAMES = """
            AK last frontier
            AL yellowhammer state
            AR natural state
            AZ grand canyon state
            CA golden state
            CO centennial state
            CT constitution state
            FL sunshine state
            GA peach state
            DC nations capital
            DC the nations capital
            HI aloha state
            PR isla del encanto
            PR la isla del encanto
            IA hawkeye state
            ID gem state
            IL land of lincoln
            IL prairie state
            IN hoosier state
            KS sunflower state
            KY bluegrass state
            LA pelican state
            MA bay state
            MD old line state
            ME pine tree state
            MI great lakes state
            MN land of ten thousand lakes
            MN north star state
            MO show me state
            MS magnolia state
            MT big sky country
            MT treasure state
            NC tar heel state
            ND peace garden state
            NE cornhusker state
            NH granite state
            NJ garden state
            NM land of enchantment
            NV silver state
            NY empire state
            NY big apple
            NY gran manzana
            NY la gran manzana
            OH buckeye state
            OK sooner state
            OR beaver state
            PA keystone state
            RI ocean state
            SC palmetto state
            SD mount rushmore state
            TN volunteer state
            TX lone star state
            UT beehive state
            VA old dominion
            VT green mountain state
            WA evergreen state
            WI badger state
            WV mountain state
            WY cowboy state
            WY equality state
            """;

    /** Parts of a state that are no town: the state is sure, the district isn't. */
    private static final String REGIONS = """
            AZ maricopa county
            CA bay area
            CA area de la bahia
            CA el area de la bahia
            CA sf bay area
            CA san francisco bay area
            CA silicon valley
            CA central valley
            CA inland empire
            CA norcal
            CA nor cal
            CA so cal
            CA socal
            CA the oc
            CA la county
            CA los angeles county
            CA condado de los angeles
            CA san diego county
            CA san fernando valley
            CA east bay
            CA marin county
            CA wine country
            CT fairfield county
            FL miami dade
            FL miami dade county
            FL dade county
            FL broward county
            FL broward
            FL palm beach county
            FL space coast
            FL tampa bay
            FL tampa bay area
            FL florida keys
            FL the keys
            FL los cayos
            GA fulton county
            GA gwinnett
            GA gwinnett county
            HI oahu
            HI maui
            HI big island
            HI kauai
            IL chicagoland
            IL cook county
            IL dupage county
            LA bayou country
            MA cape cod
            MA the cape
            MA north shore boston
            MD pg county
            MD prince georges county
            MD eastern shore
            MI wayne county
            MI upper peninsula
            MI the up
            NC research triangle
            NC outer banks
            NC mecklenburg county
            NJ jersey shore
            NJ the jersey shore
            NJ north jersey
            NJ south jersey
            NJ central jersey
            NJ bergen county
            NV clark county nevada
            NY bklyn
            NY long island
            NY westchester
            NY westchester county
            NY hudson valley
            NY nassau county
            NY suffolk county
            NY upstate ny
            NY upstate
            NY finger lakes
            NY adirondacks
            OH cuyahoga county
            PA lehigh valley
            PA bucks county
            PA montgomery county pa
            PA poconos
            AZ pima county
            CA alameda county
            CA contra costa county
            CA fresno county
            CA kern county
            CA monterey county
            CA riverside county
            CA sacramento county
            CA san bernardino county
            CA san joaquin county
            CA san mateo county
            CA santa barbara county
            CA santa clara county
            CA sonoma county
            CA stanislaus county
            CA tulare county
            CA ventura county
            FL hillsborough county florida
            FL pinellas county
            GA cobb county
            GA dekalb county georgia
            IL kane county
            IL will county
            LA orleans parish
            LA jefferson parish
            MI macomb county
            MN hennepin county
            MN ramsey county
            NC wake county
            NM bernalillo county
            NM dona ana county
            NV washoe county
            OR multnomah county
            PA allegheny county
            TX collin county
            TX dallas county
            TX fort bend county
            TX harris county
            TX hidalgo county
            TX rgv
            TX the rgv
            TX starr county
            TX tarrant county
            TX travis county
            TX webb county
            UT salt lake county
            VA loudoun county
            VA prince william county
            WA snohomish county
            WA yakima county
            WI dane county
            TX rio grande valley
            TX valle del rio grande
            TX hill country
            TX west texas
            TX bexar county
            VA nova virginia
            VA hampton roads
            VA fairfax county
            WA king county
            WA puget sound
            WI green bay area
            """;

    /** Telephone area codes of large cities, which people call home: "the 305". Source: North American Numbering Plan. */
    private static final String AREA_CODES = """
            AK 907|AL 205|AR 501|AZ 602 480 520|CA 213 310 323 408 415 510 559 619 626 661 714 760 818 909 916 949 951|CO 303 720|CT 203 860
            DC 202|FL 305 786 954 561 407 813 904 239 727|GA 404 678 770|HI 808|IA 515|IL 312 773 708|IN 317 219|KY 502|LA 504 225
            MA 617 413 508|MD 301 410|MI 313 616|MN 612 651|MO 314 816|NC 704 919 336|NE 402|NJ 201 973 732 908|NM 505|NV 702
            NY 212 718 347 917 516 631 914 716|OH 216 614 513|OK 405 918|OR 503|PA 215 412 610|PR 787 939|RI 401|SC 843 803|TN 615 901
            TX 210 214 281 512 713 817 832 915 956 972|UT 801|VA 703 804 757|WA 206 253|WI 414
            """;

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();

    StateNames() {
        REGIONS.lines().forEach(line -> {
            Query words = Query.of(line.substring(3));
            regions.put(words.key(0, words.size()), line.substring(0, 2));
            if (words.word(words.size() - 1).equals("county")) {
                regions.put("condadode" + words.key(0, words.size() - 1), line.substring(0, 2));
            }
        });
        for (String line : AREA_CODES.strip().split("[|\\n]\\s*", -1)) {
            for (String code : line.substring(3).split(" ", -1)) {
                regions.put("the" + code, line.substring(0, 2));
                regions.put("el" + code, line.substring(0, 2));
            }
        }
        for (String code : States.codes()) {
            String name = States.name(code).orElseThrow();
            add(name, code);
            add("state of " + name, code);
            add("estado de " + name, code);
            add(code, code);
        }
        Stream.of(ALIASES, BY_EAR, NICKNAMES)
                .flatMap(String::lines)
                .forEach(line -> add(line.substring(3), line.substring(0, 2)));
    }

    private void add(String name, String code) {
        Query words = Query.of(name);
        codes.put(words.key(0, words.size()), code);
    }

    /** The state that all the words name; empty for a lower-case code that is an everyday word. */
    Optional<String> named(Query query) {
        String whole = codes.get(query.key(0, query.size()));
        int from = 0;
        int to = query.size();
        if (whole != null && to > 1) {
            return Optional.of(whole);
        } else if (to >= 3 && query.word(1).matches("of|de") && query.word(0).matches("state|estado")) {
            from = 2;
        } else if (to >= 2 && query.word(to - 1).equals("state")) {
            to--;
        }
        if (to - from > MOST_WORDS
                || (isWord(query, from, to) && !query.capitals().get(from))) {
            return Optional.empty();
        }
        return Optional.ofNullable(codes.get(query.key(from, to)));
    }

    /** The state of a region that is no town, such as Long Island; empty for other words. */
    Optional<String> region(Query query) {
        boolean hasArticle = query.size() > 1 && query.word(0).matches("the|el|la|los");
        return Optional.ofNullable(regions.get(query.key(0, query.size())))
                .or(() -> hasArticle ? Optional.ofNullable(regions.get(query.key(1, query.size()))) : Optional.empty());
    }

    /** A state named at the end of what was typed: the words before it are the place. */
    record Ending(String state, int start, boolean certain) {}

    /**
     * The state with the longest name at the end of the query, after at least one other word. It isn't certain if it's a
     * lower-case code that is also an everyday word, without a comma.
     */
    Optional<Ending> atTheEnd(Query query) {
        int size = query.size();
        for (int start = Math.max(1, size - MOST_WORDS); start < size; start++) {
            String code = codes.get(query.key(start, size));
            if (code != null && !query.word(start - 1).equals("baja")) {
                boolean certain = !isWord(query, start, size)
                        || query.capitals().get(start)
                        || query.afterComma().get(start);
                return Optional.of(new Ending(code, start, certain));
            }
        }
        return Optional.empty();
    }

    /** The code of the state that all the words name, whatever else they might mean; null if they name none. */
    @Nullable
    String code(Query query) {
        return codes.get(query.key(0, query.size()));
    }

    /** The long names, for comparing a misspelled one. */
    Set<String> longNames() {
        return codes.keySet().stream()
                .filter(name -> name.length() >= SHORTEST_LONG_NAME)
                .collect(Collectors.toSet());
    }

    String codeOf(String name) {
        return Objects.requireNonNull(codes.get(name));
    }

    private static boolean isWord(Query query, int from, int to) {
        return to - from == 1 && ALSO_WORDS.contains(query.word(from));
    }
}
