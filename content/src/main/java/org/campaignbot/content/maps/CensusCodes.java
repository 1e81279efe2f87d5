package org.campaignbot.content.maps;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.campaignbot.directory.District;

/** How the Census Bureau writes states (FIPS codes, as 36) and congressional districts (as 12). */
final class CensusCodes {

    /** FIPS codes of the states, DC and the territories with a delegate (ANSI INCITS 38). */
    private static final String STATES =
            "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD"
                    + " 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI"
                    + " 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI";

    /** Water, and other ground that belongs to no district. */
    private static final String NO_DISTRICT = "ZZ";

    private static final Map<String, String> BY_CODE = new HashMap<>();

    static {
        for (String each : STATES.split(" ", -1)) {
            BY_CODE.put(each.substring(0, 2), each.substring(2));
        }
    }

    private static final Pattern DISTRICT = Pattern.compile("\\d{1,3}");

    private CensusCodes() {}

    /** The state with a FIPS code, which may lack its leading zero. */
    static Optional<String> state(String code) {
        return Optional.ofNullable(BY_CODE.get(code.length() == 1 ? "0" + code : code));
    }

    /** Whether ground with this code of a district belongs to none. */
    static boolean isNone(String code) {
        return code.equals(NO_DISTRICT);
    }

    /** The district with this code: 00 is a state's only seat, 98 a delegate's. */
    static Optional<District> district(String state, String code) {
        if (!DISTRICT.matcher(code).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(code);
        return number > 98 ? Optional.empty() : Optional.of(new District(state, number == 98 ? 0 : number));
    }
}
