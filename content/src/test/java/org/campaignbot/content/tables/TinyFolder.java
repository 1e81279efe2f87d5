package org.campaignbot.content.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of tables small enough to be read at a glance, whole until a test breaks it. Its lawmakers are made up. */
final class TinyFolder {

    private final Map<String, String> files = new LinkedHashMap<>();

    TinyFolder() {
        StringBuilder list = new StringBuilder("map: 119\ntables:\n");
        for (String table : List.of(
                "lawmakers",
                "district-offices",
                "committees",
                "committee-members",
                "zip-districts",
                "territory-places",
                "places",
                "place-aliases",
                "countries",
                "foreign-cities",
                "state-zones")) {
            list.append("  ").append(table).append(":\n");
            list.append("    file: ").append(table).append(".csv\n");
            list.append("    source: made up\n    licence: CC0 1.0\n    as_of: 2026-06-15\n");
        }
        list.append("  boundaries:\n    file: boundaries.topojson\n");
        list.append("    source: made up\n    licence: CC0 1.0\n    as_of: 119th Congress\n");
        files.put("tables.yaml", list.toString());
        files.put("lawmakers.csv", """
                bioguide,chamber,state,district,name,first_name,last_name,party,senate_class,senate_rank,term_start,term_end,phone,office,website,contact_form
                T000001,house,NY,1,Ann Alderholt,Ann,Alderholt,Independent,,,2025-01-03,2027-01-03,202-555-0100,"1, Elm House",https://example.org,
                T000002,senate,NY,,"Bo ""B"" Birchwood",Bo,Birchwood,Independent,1,senior,2025-01-03,2031-01-03,,,,
                """);
        files.put("district-offices.csv", """
                bioguide,city,state,zip,address,suite,building,phone,hours,latitude,longitude,zone
                T000001,Elmtown,NY,10001,1 Elm Street,,,212-555-0100,,40.5,-73.5,America/New_York
                T000001,Oakville,NY,,,,,,,,,America/New_York
                """);
        files.put("committees.csv", "committee,chamber,name,parent\nAAAA,house,Committee on Trees,\n");
        files.put("committee-members.csv", "committee,bioguide,title,rank\nAAAA,T000001,,1\n");
        files.put("zip-districts.csv", """
                zip,districts,place,basis,latitude,longitude,zone
                10001,NY-1,Elmtown,census,40.5,-73.5,America/New_York
                10002,NY-1 NY-2,Elmtown,point,,,America/New_York
                10009,NY-?,Boxville,state,,,
                09001,,APO AE,military,,,
                96898,,Wake Island,none,,,
                """);
        files.put("places.csv", "name,state,population,districts\nElmtown,NY,20000,NY-1 NY-2\nOakville,NY,,NY-2\n");
        files.put("place-aliases.csv", "alias,state,name\nElmy,NY,Elmtown\n");
        files.put("countries.csv", "country,pais,others\nElmland,Olmolandia,\n");
        files.put("foreign-cities.csv", "city,ciudad,others\nElmstadt,Elmstadt,\n");
        files.put("territory-places.csv", "place,district\nHagåtña,GU-0\n");
        files.put(
                "state-zones.csv",
                "state,zones,west_zone,east_zone\nNY,America/New_York,America/New_York,America/New_York\n");
        files.put("boundaries.topojson", """
                {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,0]},
                 "objects":{"d":{"type":"GeometryCollection","geometries":[
                  {"type":"Polygon","id":"NY-1","properties":{"x":[1,{"y":"\\""}],"z":null},"arcs":[[0,1]]},
                  {"type":"MultiPolygon","id":"NY-2","arcs":[[[2,-1]]]}]}},
                 "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]]}
                """);
    }

    /** Puts another text in the place of one that must be in the file. */
    TinyFolder with(String file, String text, String other) {
        String before = files.getOrDefault(file, "");
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " does not hold " + text);
        }
        files.put(file, before.replace(text, other));
        return this;
    }

    TinyFolder without(String file) {
        files.remove(file);
        return this;
    }

    Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
        return folder;
    }
}
