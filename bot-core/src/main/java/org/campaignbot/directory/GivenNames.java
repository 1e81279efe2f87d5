package org.campaignbot.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Short forms of English given names, so that "Chuck" finds a Charles and "Bernard" a Bernie. */
final class GivenNames {

    /** Each line has names that stand for one another; a name may be on several lines. */
    private static final String SHORT_FORMS = """
            abraham abe
            alexander alex
            andrew andy drew
            angela angie
            anthony tony
            barbara barb
            benjamin ben
            bernard bernie
            bradley brad
            catherine cathy
            charles chuck charlie
            christopher chris
            christian chris
            daniel dan danny
            david dave
            deborah debbie deb
            donald don
            edward ed eddie
            elizabeth liz beth betsy
            eugene gene
            francis frank
            frederick fred
            gerald jerry
            gregory greg
            harold hal
            herbert herb
            jacob jake
            james jim jimmy jamie
            jeffrey jeff
            jennifer jen jenn
            jerrold jerry
            jonathan jon
            john jack johnny
            joseph joe
            joshua josh
            joyce joy
            katherine kathy kate katie
            kenneth ken
            lawrence larry
            leonard len
            margaret maggie meg
            matthew matt
            michael mike mikey
            nicholas nick
            nicolas nick
            pamela pam
            patricia pat patty
            patrick pat
            peter pete
            philip phil
            raymond ray
            rebecca becca becky
            richard rick rich dick
            robert bob bobby rob
            ronald ron
            samuel sam
            stephen steve
            steven steve
            susan sue susie
            suzanne sue
            theodore ted
            thomas tom tommy
            timothy tim
            victoria vicky
            vincent vince
            walter walt
            william bill billy will
            zachary zach
            """;

    private static final Map<String, Set<String>> EQUALS = equals();

    private GivenNames() {}

    /** The name itself and all its equivalents. */
    static Set<String> equalsOf(String name) {
        return EQUALS.getOrDefault(name, Set.of(name));
    }

    private static Map<String, Set<String>> equals() {
        Map<String, Set<String>> equals = new HashMap<>();
        for (String line : SHORT_FORMS.split("\n", -1)) {
            List<String> together = Arrays.asList(line.split(" ", -1));
            for (String name : together) {
                Set<String> all = equals.getOrDefault(name, new HashSet<>());
                all.addAll(together);
                equals.put(name, all);
            }
        }
        return equals;
    }
}
