package org.luheng.app.fact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class FactWebTests {
    private static final String HEADER = "region,period,element,value,unit,stage,source,authority,channel,published\n";
    private static final String EDGE = "----edge";

    @Value("${local.server.port}")
    private int port;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String token = "";

    @BeforeEach
    void anOfficeOfTheWholeCountry() {
        People people = new People(jdbc, transactions);
        token = people.bearer(people.with(Role.OFFICE, "000000"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", token);
    }

    private HttpResponse<String> post(String csv) throws Exception {
        return browser.send(
                request("/api/facts?name=" + URLEncoder.encode("季报.csv", StandardCharsets.UTF_8))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String path, String csv, String... headers) throws Exception {
        String body =
                "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"..\\\\..\\\\月报.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + EDGE + "--\r\n";
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aProgramSendsAFileAndReadsTheAnswer() throws Exception {
        HttpResponse<String> answer = post(HEADER + """
                410105,2071,gdp.constant,0.10,亿元,初步,公报,郑州市统计局,统计,2072-02-01
                410105,2071,gdp.constant,x,亿元,最终,公报,郑州市统计局,统计,2072-02-01
                """);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode view = json.readTree(answer.body());
        assertThat(view.at("/receipt/file").asString()).isEqualTo("季报.csv");
        assertThat(view.at("/receipt/created").asInt()).isEqualTo(1);
        assertThat(view.at("/receipt/actor").asString()).startsWith("test-");
        assertThat(view.at("/rejected/0/line").asInt()).isEqualTo(3);
        assertThat(view.at("/rejected/0/code").asString()).isEqualTo("LH-1208");

        String receipt = answer.headers().firstValue("Location").orElseThrow();
        JsonNode rows = json.readTree(get(receipt).body());
        assertThat(rows.at("/rows").size()).isEqualTo(2);
        assertThat(rows.at("/rows/0/value").asString()).isEqualTo("0.10");
        assertThat(get(receipt + "?format=csv&outcome=rejected").body())
                .contains("3,rejected")
                .doesNotContain("created");

        JsonNode found = json.readTree(get("/api/facts?region=410105&element=gdp.constant&from=2071&to=2071-12-31")
                .body());
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.at("/0/value").isString()).isTrue();
        assertThat(found.at("/0/published").asString()).isEqualTo("2072-02-01");
        JsonNode history =
                json.readTree(get("/api/facts/" + found.at("/0/id").asLong()).body());
        assertThat(history.size()).isEqualTo(1);
        assertThat(json.readTree(get("/api/imports").body()).size()).isPositive();
    }

    @Test
    void whatIsExportedCanBeImportedAgainAndIsNothingNew() throws Exception {
        post(HEADER + """
                410105,2072,gdp.constant,100.50,亿元,初步,"公报,""一""号",郑州市统计局,统计,2073-02-01
                410103,2072-01/2072-06,energy.growth,-1.2,%,最终,季报,,,
                """);
        String exported = get("/api/facts?format=csv&from=2072&to=2072").body();
        assertThat(exported.lines().count()).isEqualTo(3);
        JsonNode again = json.readTree(post(exported).body());
        assertThat(again.at("/receipt/unchanged").asInt()).isEqualTo(2);
        assertThat(again.at("/receipt/rejected").asInt()).isZero();
    }

    @Test
    void textThatLooksLikeAFormulaLeavesGuardedAndComesBackAsItWas() throws Exception {
        post(HEADER + """
                410105,2075,gdp.constant,1,亿元,初步,=1+1,@局,统计,2076-02-01
                410105,2076,gdp.constant,-1,亿元,初步,-号,+局,统计,2077-02-01
                410105,2077,gdp.constant,2,亿元,初步,'引',局,统计,2078-02-01
                410105,2077,energy.coal,1.2345,吨,初步,小数,局,统计,2078-02-01
                """);
        String exported = get("/api/facts?format=csv&from=2075&to=2077").body();
        assertThat(exported).contains(",'=1+1,'@局,", ",-1,亿元,", ",'-号,'+局,", ",'引',局,");
        JsonNode again = json.readTree(post(exported).body());
        assertThat(again.at("/receipt/unchanged").asInt()).isEqualTo(4);
        JsonNode found = json.readTree(get("/api/facts?from=2075&to=2075").body());
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.at("/0/source").asString()).isEqualTo("=1+1");
        assertThat(found.at("/0/authority").asString()).isEqualTo("@局");
    }

    @Test
    void noTableOfAPlanWritesWhatLooksLikeAFormula() throws Exception {
        for (String table : new String[] {"targets", "duties", "findings"}) {
            assertThat(get("/plans/erqi-2015?format=csv&table=" + table).body())
                    .as(table)
                    .doesNotContain(",'", "\n'");
        }
    }

    @Test
    void aPersonUploadsAFileAndSeesEveryRow(@TempDir Path folder) throws Exception {
        HttpResponse<String> sent = upload(
                "/facts", HEADER + "410105,2073,gdp.growth,5.0,%,初步,公报,,,\n410105,2073,gdp.growth,<b>,%,最终,公报,,,");
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = sent.headers().firstValue("Location").orElseThrow();
        String html = get(page).body();
        assertThat(html).contains("月报.csv", "新增", "拒收", "&lt;b&gt;").doesNotContain("<b>,", "..\\");
        assertThat(get(page + "?line=3").body()).contains("◀");
        assertThat(get(page + "?outcome=rejected").body()).contains("不是数值");
        assertThat(get("/facts").body()).contains("月报.csv", page);
        HttpResponse<byte[]> workbook =
                browser.send(request(page + "?format=xlsx").build(), BodyHandlers.ofByteArray());
        Path file = Files.write(folder.resolve("receipt.xlsx"), workbook.body());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] sheet =
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
            assertThat(new String(sheet, StandardCharsets.UTF_8))
                    .as("the line number is a number")
                    .containsPattern("<c r=\"A2\"[^>]*><v>2</v>");
        }
        assertThat(get(page + "?format=csv").body()).contains("拒收").contains("LH-1208");
    }

    @Test
    void aPersonFindsFactsAndTheRowTheyCameWith() throws Exception {
        post(HEADER + "410105,2075,gdp.growth,6.25,%,初步,公报,,,\n410105,2076,gdp.growth,7.75,%,初步,公报,,,\n");
        String page = get("/facts?region=410105&element=gdp.growth&year=2075").body();
        assertThat(page)
                .contains("6.25", "?line=2#line-2", "/api/facts?format=csv&amp;region=410105")
                .doesNotContain("7.75");
        assertThat(get("/facts?region=&element=&year=2099").body()).contains("没有这样的数据");
        assertThat(get("/facts?year=soon").statusCode()).isEqualTo(400);
        assertThat(get("/facts?element=x").statusCode()).isEqualTo(404);
        assertThat(get("/facts").body()).contains("energy.coal").doesNotContain("查到的数据");
    }

    @Test
    void theTemplateIsReadAndBringsNothingByItself() throws Exception {
        String template = get("/facts/template.csv").body();
        assertThat(template).contains("gdp.constant").contains("energy.renewable-electricity");
        JsonNode untouched = json.readTree(post(template).body());
        assertThat(untouched.at("/receipt/created").asInt()).isZero();
        assertThat(untouched
                        .at("/rejected")
                        .valueStream()
                        .map(row -> row.at("/column").asString()))
                .isNotEmpty()
                .containsOnly("value");
        JsonNode filled = json.readTree(
                post(template.replaceAll("(gdp.growth.planned),,", "$1,5.5,")).body());
        assertThat(filled.at("/receipt/created").asInt()).isEqualTo(1);
    }

    @Test
    void anotherSiteCannotUploadThroughAReadersBrowser() throws Exception {
        String csv = HEADER + "410105,2074,gdp.growth,5.0,%,初步,公报,,,\n";
        assertThat(upload("/facts", csv, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(upload("/api/facts", csv, "Origin", "https://example.org").statusCode())
                .isEqualTo(403);
        assertThat(json.readTree(get("/api/facts?from=2074&to=2074").body()).size())
                .isZero();
    }

    @Test
    void whatIsAskedWronglyIsRefusedWithItsReason() throws Exception {
        assertThat(get("/api/facts?region=" + URLEncoder.encode("火星", StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/facts?element=x").statusCode()).isEqualTo(404);
        assertThat(get("/api/facts?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/api/facts?format=xml").statusCode()).isEqualTo(400);
        assertThat(get("/api/facts?limit=-1").statusCode()).isEqualTo(400);
        assertThat(get("/api/imports/0").statusCode()).isEqualTo(404);
        assertThat(get("/imports/x").statusCode()).isEqualTo(404);
        assertThat(post("a,b\n1,2\n").statusCode()).isEqualTo(400);
        assertThat(post("a,b\n1,2\n").body()).contains("LH-1102");
        assertThat(upload("/facts", "").statusCode()).isEqualTo(400);
    }

    @Test
    void theInterfaceDescribesItself() throws Exception {
        JsonNode api = json.readTree(get("/v3/api-docs").body());
        assertThat(api.at("/paths/~1api~1facts/post").isMissingNode()).isFalse();
        assertThat(api.at("/paths/~1api~1imports~1{id}/get").isMissingNode()).isFalse();
    }
}
