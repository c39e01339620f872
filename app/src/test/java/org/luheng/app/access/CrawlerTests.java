package org.luheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each kind of person goes wherever links and the description of the interface lead, also with the codes and numbers of others,
 * and finds nothing that belongs to another: every fact carries a word that names whose it is.
 */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
class CrawlerTests {
    private static final String HEADER = "region,period,element,value,unit,stage,source,authority,channel,published\n";

    private static final String AGENCY = "410100-sgj";
    private static final String ENTERPRISE = "91350100M000100Y43";
    private static final List<String> ELEMENTS = List.of("energy.total", "gdp.constant", "institution.demo");
    private static final Map<String, String> UNITS =
            Map.of("energy.total", "万吨标准煤", "gdp.constant", "亿元", "institution.demo", "家");
    private static final String AGENCYS_ELEMENT = "institution.demo";

    private static final Pattern LINK = Pattern.compile("(?:href|action|hx-get)=\"([^\"#]+)");
    private static final Pattern MARK = Pattern.compile("属于([\\w.]+)的([\\w.\\u4e00-\\u9fff]+)。");
    private static final int PAGES_AT_MOST = 300;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FactImport imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Database database;

    private final JsonMapper json = new JsonMapper();

    private record Found(Set<String> marks, Map<String, String> where, int pages) {}

    /** A file from somebody about places; every fact says whose it is, and so does the file's name. */
    private void report(SignedIn person, String... places) {
        StringBuilder file = new StringBuilder(HEADER);
        for (String place : places) {
            for (String element : ELEMENTS) {
                for (int year = 2020; year <= 2025; year++) {
                    file.append("%s,%d,%s,%d,%s,最终,属于%s的%s。,市统计局,统计,%d-02-01%n"
                            .formatted(
                                    place,
                                    year,
                                    element,
                                    100 + year % 7,
                                    UNITS.get(element),
                                    place,
                                    element,
                                    year + 1));
                }
            }
        }
        String name = "属于" + places[0] + "的文件。.csv";
        Receipt receipt = People.actor(person).call(() -> {
            try {
                return imports.take(
                        name, new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException inMemory) {
                throw new IllegalStateException(inMemory);
            }
        });
        assertThat(receipt.created()).isEqualTo(places.length * ELEMENTS.size() * 6);
    }

    /** Two enterprises, one in a district of each city: what they told the office, and what they told statistics. */
    private void enterprises() {
        TestDatabase.eye(database).sql("""
                do $$
                declare file bigint;
                begin
                  perform set_config('luheng.actor', 'test', true), luheng.lock_facts();
                  insert into luheng.body (code, kind, name) values
                    ('91350100M000100Y43', '企业', '甲厂'), ('91350100M000100Y44', '企业', '乙厂'), ('school', '公共机构', '学校');
                  insert into luheng.body_membership (body, within) values
                    ('91350100M000100Y43', '410102'), ('91350100M000100Y44', '350102'), ('school', '410103');
                  select min(id) into file from luheng.fact_import;
                  insert into luheng.fact (body, element, period, period_from, period_to, value, unit, stage, authority, channel,
                    source, published, sample, import, line)
                  select code, 'energy.total', '2021', '2021-01-01', '2021-12-31', 1, '万吨标准煤', '最终', '', channel,
                    '属于' || code || '的' || channel || '。', '2022-01-01', false, file, 900000 + row_number() over ()
                  from luheng.body, unnest(array['统计', '行政']) as channel where kind = '企业';
                end $$""").update();
    }

    private static Set<String> marks(String... placesAndOthers) {
        Set<String> marks = new TreeSet<>();
        for (String place : placesAndOthers) {
            if (place.contains(" ")) {
                marks.add(place);
            } else {
                ELEMENTS.forEach(element -> marks.add(place + " " + element));
            }
        }
        return marks;
    }

    @Test
    void nobodyFindsWhatIsNotHis() throws Exception {
        People people = new People(jdbc, transactions);
        SignedIn office = people.with(Role.OFFICE, "410100");
        SignedIn otherOffice = people.with(Role.OFFICE, "350100");
        SignedIn district = people.with(Role.DISTRICT, "410102");
        SignedIn sibling = people.with(Role.DISTRICT, "410103");
        report(office, "410100", "410105");
        report(otherOffice, "350100", "350102");
        report(district, "410102");
        report(sibling, "410103");
        enterprises();

        Map<SignedIn, Set<String>> mayFind = new LinkedHashMap<>();
        mayFind.put(district, marks("410102", "410102 文件", ENTERPRISE + " 行政"));
        mayFind.put(sibling, marks("410103", "410103 文件"));
        mayFind.put(
                office,
                marks(
                        "410100",
                        "410102",
                        "410103",
                        "410105",
                        "410100 文件",
                        "410102 文件",
                        "410103 文件",
                        ENTERPRISE + " 行政"));
        mayFind.put(otherOffice, marks("350100", "350102", "350100 文件", "91350100M000100Y44 行政"));
        mayFind.put(
                people.with(Role.AGENCY, AGENCY),
                marks(
                        "410100 " + AGENCYS_ELEMENT,
                        "410102 " + AGENCYS_ELEMENT,
                        "410103 " + AGENCYS_ELEMENT,
                        "410105 " + AGENCYS_ELEMENT));
        mayFind.put(people.with(Role.ENTERPRISE, ENTERPRISE), marks(ENTERPRISE + " 行政", ENTERPRISE + " 统计"));
        mayFind.put(people.with(Role.INSTITUTION, "school"), Set.of());
        mayFind.put(people.with(Role.ADMINISTRATOR, null), Set.of());
        mayFind.put(
                people.with(Role.AUDITOR, "000000"),
                marks(
                        "410100",
                        "410102",
                        "410103",
                        "410105",
                        "350100",
                        "350102",
                        "410100 文件",
                        "410102 文件",
                        "410103 文件",
                        "350100 文件",
                        ENTERPRISE + " 行政",
                        "91350100M000100Y44 行政"));
        for (Map.Entry<SignedIn, Set<String>> person : mayFind.entrySet()) {
            Found found = crawl(person.getKey());
            assertThat(found.marks())
                    .as("%s, found at %s", person.getKey().standing(), found.where())
                    .isEqualTo(person.getValue());
            assertThat(found.pages()).isGreaterThan(20);
        }
        Found outside = crawl(null);
        assertThat(outside.marks())
                .as("the public, while nothing is published: %s", outside.where())
                .isEmpty();
    }

    /** Whoever is null is the public. */
    private Found crawl(@Nullable SignedIn person) throws Exception {
        Deque<String> next = new ArrayDeque<>(withOthersCodes());
        next.addAll(
                List.of("/", "/facts", "/monitor", "/regions", "/indicators", "/plans", "/agencies", "/issues", "/me"));
        Set<String> seen = new LinkedHashSet<>(next);
        Set<String> marks = new TreeSet<>();
        Map<String, String> where = new LinkedHashMap<>();
        int answered = 0;
        while (!next.isEmpty()
                && seen.size() - next.size() < PAGES_AT_MOST + withOthersCodes().size()) {
            String address = next.remove();
            MockHttpServletRequestBuilder request = get(URI.create(address));
            MockHttpServletResponse answer = mvc.perform(person == null ? request : request.with(People.as(person)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(address).isLessThan(500);
            String body = answer.getContentAsString(StandardCharsets.UTF_8);
            MARK.matcher(body).results().forEach(found -> {
                String mark = found.group(1) + " " + found.group(2);
                marks.add(mark);
                where.putIfAbsent(mark, address);
            });
            if (answer.getStatus() == 200) {
                answered++;
                LINK.matcher(body)
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .map(link -> link.startsWith("?") ? address.replaceFirst("\\?.*", "") + link : link)
                        .filter(link -> link.startsWith("/") && !link.startsWith("/assets/"))
                        .filter(link -> !link.contains("format=xlsx"))
                        .filter(seen::add)
                        .forEach(next::add);
            }
        }
        return new Found(marks, where, answered);
    }

    /** Every operation of the interface and every page that takes a code or number, with those of everybody. */
    private List<String> withOthersCodes() throws Exception {
        Set<String> addresses = new LinkedHashSet<>();
        List<String> places = List.of("410100", "410102", "410103", "410105", "350100", "350102", ENTERPRISE);
        JsonNode paths = json.readTree(mvc.perform(get("/v3/api-docs"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .get("paths");
        assertThat(paths.size()).isGreaterThan(5);
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getValue().has("get")) {
                continue;
            }
            if (path.getKey().contains("{")) {
                for (int id = 1; id <= 8; id++) {
                    addresses.add(path.getKey().replaceAll("\\{\\w+}", Integer.toString(id)));
                }
            } else {
                addresses.add(path.getKey());
                for (String place : places) {
                    for (String plan : List.of("zhengzhou-14fyp", "fuzhou-14fyp")) {
                        addresses.add(path.getKey() + "?plan=" + plan + "&region=" + place
                                + "&indicator=energy.total.level&period=2021");
                        addresses.add(path.getKey() + "?plan=" + plan + "&region=" + place
                                + "&indicator=energy.intensity.change&period=2025&format=csv");
                    }
                    addresses.add(path.getKey() + "?region=" + place + "&format=csv");
                }
            }
        }
        for (String place : places) {
            addresses.add("/regions/" + place);
            addresses.add("/regions/" + place + "?format=csv");
            addresses.add("/regions/" + place + "/energy?format=csv");
            addresses.add("/regions/" + place + "/what-if?format=csv");
            addresses.add("/facts?region=" + place);
            for (String indicator : List.of("energy.intensity.change", "energy.total.level", AGENCYS_ELEMENT)) {
                addresses.add(
                        "/figure?plan=zhengzhou-14fyp&region=" + place + "&indicator=" + indicator + "&period=2021");
                addresses.add("/figure?plan=fuzhou-14fyp&region=" + place + "&indicator=" + indicator
                        + "&period=2021&format=csv");
                addresses.add("/indicators/" + indicator + "?region=" + place);
            }
        }
        for (int id = 1; id <= 6; id++) {
            addresses.add("/imports/" + id);
            addresses.add("/imports/" + id + "?format=csv");
        }
        return List.copyOf(addresses);
    }

    @Test
    void whatIsReportedForOthersIsRefusedRowByRowAndNotStored() throws Exception {
        SignedIn district = new People(jdbc, transactions).with(Role.DISTRICT, "410104");
        String file = HEADER + """
                410104,2071,energy.total,1,万吨标准煤,最终,甲,,,
                410105,2071,energy.total,2,万吨标准煤,最终,甲,,,
                410100,2071,energy.total,3,万吨标准煤,最终,甲,,,
                350102,2071,energy.total,4,万吨标准煤,最终,甲,,,
                """;
        String receipt = mvc.perform(
                        post("/api/facts").contentType("text/csv").content(file).with(People.as(district)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(receipt).contains("\"created\":1", "\"rejected\":3", "LH-1921");
        assertThat(TestDatabase.eye(database)
                        .sql("select body from luheng.fact where period = '2071'")
                        .query(String.class)
                        .list())
                .containsExactly("410104");
    }

    @Test
    void whoMayNotReportCannotSend() throws Exception {
        People people = new People(jdbc, transactions);
        List<SignedIn> cannot = List.of(people.with(Role.AUDITOR, "000000"), people.with(Role.ADMINISTRATOR, null));
        for (SignedIn person : cannot) {
            assertThat(mvc.perform(post("/api/facts")
                                    .contentType("text/csv")
                                    .content(HEADER)
                                    .with(People.as(person)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(mvc.perform(post("/api/facts").contentType("text/csv").content(HEADER))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("by nobody")
                .isEqualTo(401);
    }
}
