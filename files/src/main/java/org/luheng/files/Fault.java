package org.luheng.files;

import java.util.Map;

/**
 * Everything that can be wrong with what comes from outside: one catalogue for the whole platform, printed as
 * {@code docs/errors.md}.
 *
 * <p>A code never changes its meaning and is never used again. Texts are templates with named places; {@code {value}} is
 * the value found. Blocks: 10 files and text, 11 tables, 12 cells, 13 plans, 14 rules and register, 15 facts, 16 checks of
 * plans, 17 the command line, 18 addresses and forms of the pages, 20 documents to be read.
 */
public enum Fault {
    UNREADABLE("LH-1001", Kind.ERROR, "读不了：{reason}", "cannot be read: {reason}", "检查文件是否存在、是否有读取权限、磁盘是否正常。"),
    MISSING_FILE("LH-1002", Kind.ERROR, "缺这个文件", "file is missing", "按 docs/plan-format.md 补上文件；文件名区分大小写。"),
    NOT_TEXT(
            "LH-1003",
            Kind.ERROR,
            "不是 UTF-8 或 GBK 文本（{seen}）",
            "neither UTF-8 nor GBK text ({seen})",
            "在表格软件中另存为“CSV UTF-8（逗号分隔）”；xlsx 不能直接改名成 csv。"),
    READ_AS_GBK("LH-1004", Kind.NOTICE, "不是 UTF-8，按 GBK 读取", "not UTF-8, read as GBK", "能读，不必改；以后另存为 UTF-8 可免去猜测。"),
    BROKEN_UTF8(
            "LH-1005",
            Kind.ERROR,
            "前面是 UTF-8，{where}起有坏字节",
            "UTF-8 up to {where}, broken bytes there",
            "文件多半在传输或拼接时损坏，重新导出。"),
    FILE_TOO_LARGE("LH-1006", Kind.ERROR, "文件超过 {limit}", "file exceeds {limit}", "分成几个文件。"),

    EMPTY_TABLE("LH-1101", Kind.ERROR, "没有表头，应以 {expected} 开头", "no header, expected {expected}", "第一行写列名。"),
    MISSING_COLUMN("LH-1102", Kind.ERROR, "表头缺 {column} 列", "header lacks column {column}", "补上这一列；列名用英文小写，次序不限。"),
    UNKNOWN_COLUMN(
            "LH-1103",
            Kind.ERROR,
            "不认识的列{nearest}，可用的列：{allowed}",
            "unknown column{nearest}, allowed: {allowed}",
            "改正列名，或删去这一列。"),
    DUPLICATE_COLUMN("LH-1104", Kind.ERROR, "列名重复", "duplicate column", "删去重复的一列。"),
    RAGGED_ROW(
            "LH-1105",
            Kind.ERROR,
            "这一行有 {found} 格，表头有 {expected} 格",
            "row has {found} fields, header {expected}",
            "含逗号的内容要用英文双引号括起来；空格子也要留逗号。"),
    BROKEN_QUOTES(
            "LH-1106",
            Kind.ERROR,
            "英文双引号没有配对，从这里起无法分格",
            "unbalanced quotes, cannot be split from here",
            "括起来的内容前后各一个英文双引号，内容里的双引号写两个。"),
    FIELD_TOO_LONG("LH-1107", Kind.ERROR, "一格超过 {limit} 个字符", "field exceeds {limit} characters", "检查引号是否漏配，或内容是否贴错。"),
    CONTROL_CHARACTER(
            "LH-1108", Kind.ERROR, "含有控制字符 {character}", "contains control character {character}", "删去看不见的字符和格内换行。"),
    TOO_MANY_ROWS("LH-1109", Kind.ERROR, "超过 {limit} 行的上限，没有读下去", "more than {limit} rows, not read on", "分成几个文件。"),

    BLANK("LH-1201", Kind.ERROR, "不能空着{write}", "must not be blank{write}", "填上；没有数据就不要写这一行。"),
    NUMBER_COMMA("LH-1202", Kind.ERROR, "数值里有逗号，应写 {write}", "comma in number, write {write}", "不带千分位；小数点用英文句点。"),
    NUMBER_FULL_WIDTH(
            "LH-1203",
            Kind.ERROR,
            "数值里有全角字符，应写 {write}",
            "full-width characters in number, write {write}",
            "用半角数字、小数点和负号。"),
    NUMBER_EXPONENT(
            "LH-1204", Kind.ERROR, "数值是科学记数法，应写 {write}", "exponent in number, write {write}", "在表格软件中把该列设为数值格式再导出。"),
    NUMBER_WITH_UNIT(
            "LH-1205", Kind.ERROR, "数值里带了“{tail}”，应只写 {write}", "number carries “{tail}”, write {write}", "单位写在单位列。"),
    NUMBER_SIGN("LH-1206", Kind.ERROR, "正负号不对，应写 {write}", "wrong sign character, write {write}", "负号用英文减号，正数不写加号。"),
    NUMBER_SPACE("LH-1207", Kind.ERROR, "数值里有空格，应写 {write}", "space in number, write {write}", "删去空格。"),
    NOT_A_NUMBER("LH-1208", Kind.ERROR, "不是数值", "not a number", "只用半角数字、小数点与负号，如 -3.25；没有数据就不要写这一行。"),
    NUMBER_TOO_LONG("LH-1209", Kind.ERROR, "数值过长：{limit}", "number too long: {limit}", "检查小数点与单位。"),
    NOT_WHOLE(
            "LH-1210", Kind.ERROR, "应是 {least} 到 {most} 的整数", "must be a whole number from {least} to {most}", "改为整数。"),
    NOT_A_DATE("LH-1211", Kind.ERROR, "不是日期，应如 2021-07-15", "not a date, write 2021-07-15", "日期写成 年-月-日，月日各两位。"),
    NOT_A_PERIOD(
            "LH-1212",
            Kind.ERROR,
            "不是期间{write}",
            "not a period{write}",
            "年写 2021，季写 2021-Q2，月写 2021-06，一月至六月累计写 2021-01/2021-06。"),
    NOT_ONE_OF("LH-1213", Kind.ERROR, "只能是 {allowed}", "must be one of {allowed}", "改成所列的一种。"),
    BAD_ID("LH-1214", Kind.ERROR, "编号应如 {form}", "identifier must look like {form}", "按格式编号。"),
    DUPLICATE_ID("LH-1215", Kind.ERROR, "与{where}重复", "same as {where}", "编号在一个文件内只用一次。"),

    YAML_SYNTAX("LH-1301", Kind.ERROR, "不是合法的 YAML：{reason}", "not valid YAML: {reason}", "检查缩进（用空格）、冒号后的空格和引号。"),
    YAML_SHAPE("LH-1302", Kind.ERROR, "应是{expected}", "must be {expected}", "对照 docs/plan-format.md 的例子改正。"),
    MISSING_KEY("LH-1303", Kind.ERROR, "缺 {key}", "{key} is missing", "补上；没有内容写 \"\" 或 []。"),
    UNKNOWN_KEY("LH-1304", Kind.ERROR, "不认识的项{nearest}", "unknown key{nearest}", "改正或删去。"),
    DUPLICATE_KEY("LH-1305", Kind.ERROR, "这一项写了两次", "key given twice", "删去一处。"),
    FORMAT_VERSION("LH-1306", Kind.ERROR, "本程序只认 format: 1", "only format 1 is known", "用配套版本的程序，或转成格式 1。"),
    ID_NOT_FOLDER("LH-1307", Kind.ERROR, "与目录名 {folder} 不同", "differs from folder name {folder}", "id 与目录同名。"),
    UNKNOWN_SECTION(
            "LH-1308",
            Kind.ERROR,
            "clauses.csv 里没有这一条款{nearest}",
            "no such section in clauses.csv{nearest}",
            "条款写法与 clauses.csv 一致。"),
    UNKNOWN_INDICATOR(
            "LH-1309",
            Kind.ERROR,
            "rules/indicators.csv 里没有这个指标{nearest}",
            "no such indicator{nearest}",
            "用已有代码；确是新指标的，先在 rules/indicators.csv 加一行。"),
    UNKNOWN_UNIT(
            "LH-1310",
            Kind.ERROR,
            "不认识的单位，{element}用 {unit}",
            "unknown unit, {element} is in {unit}",
            "改用所列单位或 rules/units.csv 中同量纲的单位。"),
    WRONG_DIMENSION(
            "LH-1311",
            Kind.ERROR,
            "单位不对：{element}用 {unit}，两者不能换算",
            "wrong dimension: {element} is in {unit}",
            "核对元素与单位；改用同量纲的单位。"),
    KIND_AND_COMPARATOR(
            "LH-1312",
            Kind.ERROR,
            "{kind}类目标不能用这个比较方式",
            "comparator does not fit kind {kind}",
            "对照 docs/plan-format.md 的 kind 与 comparator。"),
    NOT_WANTED("LH-1313", Kind.ERROR, "{kind}类目标这里应空着", "must be blank for kind {kind}", "清空这一格。"),
    FALL_SIGN(
            "LH-1314",
            Kind.ERROR,
            "升降幅应写正数且下降须小于 100%",
            "a fall or rise is written positive, a fall below 100 %",
            "方向写在 comparator；表中印作 -12 的写 下降、12。"),
    RANGE_BACKWARDS("LH-1315", Kind.ERROR, "区间上限小于下限 {from}", "range ends below {from}", "value 写下限，value_to 写上限。"),
    NOT_A_DUE("LH-1316", Kind.ERROR, "不是期限", "not a due date", "写 2025、2023-10、2015-09-01，或期间 2021/2025。"),
    DUE_BEFORE_PLAN("LH-1317", Kind.ERROR, "期限早于方案开始的 {year} 年", "due before the plan begins in {year}", "核对期限。"),
    BASE_AFTER_DUE("LH-1318", Kind.ERROR, "基年不早于期限 {due}", "base year not before due {due}", "核对基年与期限。"),
    OUTSIDE_PLAN("LH-1319", Kind.ERROR, "{region}不属于方案的地区", "{region} is not within the plan's region", "用方案所辖地区的代码。"),
    OUTSIDE_TEXT(
            "LH-1320",
            Kind.ERROR,
            "原文位置不对：{why}",
            "wrong position in the document: {why}",
            "from、to 是码点位置，左闭右开，落在条款与原文之内。"),
    UNKNOWN_TARGET("LH-1321", Kind.ERROR, "targets.csv 里没有这个目标", "no such target", "改正编号，多个用分号隔开。"),
    UNKNOWN_AGENCY(
            "LH-1322",
            Kind.ERROR,
            "register/agencies.csv 里没有这个部门{nearest}",
            "no such agency in the register{nearest}",
            "名称如文件所印；确是新部门或简称的，在名录加一行或加别名。"),
    JOINT_WITH_COOPERATING(
            "LH-1323",
            Kind.ERROR,
            "共同负责的各单位都写在 lead，这里应空着",
            "joint duty: all units stand in lead",
            "清空 cooperating，或去掉 joint。"),

    UNKNOWN_REGION(
            "LH-1401",
            Kind.ERROR,
            "名录里没有这个地区{nearest}",
            "no such region{nearest}",
            "用 register/regions.csv 的代码、全称、简称或别名。"),
    AMBIGUOUS_REGION("LH-1402", Kind.ERROR, "这个名称不止一个地区：{candidates}", "ambiguous region: {candidates}", "写代码或全称。"),
    NAME_TAKEN("LH-1403", Kind.ERROR, "第 {line} 行已用这个名称", "name already used in line {line}", "同一辖区内名称与别名不能指两个主体。"),
    NO_PARENT("LH-1404", Kind.ERROR, "没有这个上级地区", "no such parent region", "先写上级，再写下级。"),
    YEARS_BACKWARDS("LH-1405", Kind.ERROR, "起止颠倒：从 {from} 到 {to}", "runs backwards: from {from} to {to}", "核对起止。"),
    EDITIONS_CLASH(
            "LH-1406", Kind.ERROR, "与第 {line} 行同一事项、同一起始年，无法取舍", "clashes with line {line}", "一个事项同一年只能有一个版本起始。"),
    RULE_WANTED("LH-1407", Kind.ERROR, "缺规则：{matter}", "rule missing: {matter}", "补上这一事项的规则行。"),
    BANDS_OUT_OF_ORDER(
            "LH-1408",
            Kind.ERROR,
            "分级的各档没有从轻到重排列",
            "bands are not in order from light to grave",
            "限值由小到大，等级由 3 到 1；最后一档不写限值。"),
    BANDS_WANTED(
            "LH-1409",
            Kind.ERROR,
            "这种分级办法要有各档，最后一档不写限值",
            "this form of barometer needs bands, the last without limit",
            "在 rules/barometer-bands.csv 补上。"),

    FORM_INPUT_WANTED(
            "LH-1410",
            Kind.ERROR,
            "{form} 的公式离不开 {inputs}",
            "the formula {form} cannot do without {inputs}",
            "把缺的输入补进 inputs。"),
    NOT_COUNTED(
            "LH-1411", Kind.NOTICE, "不计减排量：{reason}", "not counted as a reduction: {reason}", "按所说的原因补数或改正；确实不能计的不必改。"),
    LIMITED("LH-1412", Kind.NOTICE, "减排量受限：{reason}", "reduction was limited: {reason}", "核对输入的单位与基准年排放量。"),
    NEGATIVE("LH-1413", Kind.ERROR, "不能是负数", "must not be negative", "核对正负号。"),
    MORE_THAN("LH-1414", Kind.ERROR, "不能大于 {most}{unit}", "must not exceed {most}{unit}", "核对单位；百分数写 85，不写 0.85。"),
    LIKE_A_FRACTION(
            "LH-1415",
            Kind.NOTICE,
            "按 {value}% 计，像是写成了小数",
            "taken as {value} %, looks like a fraction",
            "百分数写 85，不写 0.85；确是这么小的不必改。"),
    GOES_WITH("LH-1416", Kind.ERROR, "写了 {other}，这里不能空着", "must not be blank where {other} is given", "两格一起写，或都空着。"),
    MORE_FOUND("LH-1417", Kind.NOTICE, "另有 {count} 处未列出", "{count} more findings are not listed", "先改正列出的，再试一次。"),
    LEVELS_OUT_OF_ORDER(
            "LH-1420",
            Kind.ERROR,
            "比更严的一级 {before} 还低",
            "stricter than the level before it, {before}",
            "各级由严到宽，数值由小到大（负数也一样）；没有的空着。"),
    UNKNOWN_PRODUCT(
            "LH-1421",
            Kind.ERROR,
            "能效水平表里没有这个产品{nearest}",
            "no efficiency level for this product{nearest}",
            "用 rules/benchmark-levels.csv 里 product 列的名称。"),
    LINE_DOUBLED(
            "LH-1422",
            Kind.ERROR,
            "与{where}是同一生产线同一年，两行都没有计算",
            "same line and year as {where}, neither was computed",
            "留下一行；不同的生产线写明 line。"),
    BEHIND_BASELINE(
            "LH-1423",
            Kind.NOTICE,
            "劣于基准水平：{comparison}{duty}",
            "behind the baseline: {comparison}{duty}",
            "列入改造或淘汰清单；数值有误的改正后再算。"),
    RULES_END(
            "LH-1424",
            Kind.ERROR,
            "{year} 年没有{matter}的规则",
            "no rules of {matter} for {year}",
            "核对年份；规则有新版本的，在 rules/editions.csv 补上。"),
    BALANCE_PART_EXCEEDS(
            "LH-1425",
            Kind.CONTRADICTION,
            "“其中”的数大于它所在的行：{text}",
            "what is contained exceeds its row: {text}",
            "核对这两行的数和单位。"),
    BALANCE_TOTAL_DIFFERS(
            "LH-1426",
            Kind.CONTRADICTION,
            "与算得的数不符：{text}",
            "differs from what was computed: {text}",
            "核对合计和各部分；没有改动任何数，平衡差额要等核对以后再算。"),
    UNBALANCED("LH-1427", Kind.CONTRADICTION, "不平衡：差额 {text}", "out of balance: {text}", "核对漏填和错位的数；差额照实列出，不要为凑平衡改数。"),
    LOSS_NEGATIVE(
            "LH-1428",
            Kind.NOTICE,
            "由消费量推得的损失量为负：{text}",
            "the loss that follows from consumption is negative: {text}",
            "查对原始资料；推得的数只列出，不改填报数。"),
    CELL_DOUBLED("LH-1429", Kind.ERROR, "与{where}是同一张表的同一格", "same cell as {where}", "留下一行；标准量和实物量可以各填一次。"),
    FORMULA_TOO_LARGE(
            "LH-1430", Kind.ERROR, "公式的{what}超过 {limit}", "formula exceeds {limit}: {what}", "分成几个指标，一个引用另一个。"),
    FORMULA_BROKEN(
            "LH-1431",
            Kind.ERROR,
            "公式从第 {at} 字起读不通",
            "formula cannot be understood from character {at} on",
            "运算符两边各要一项，括号成对，逗号只在 min、max 里；写法见 docs/formulas.md。"),
    FORMULA_WORD(
            "LH-1432",
            Kind.ERROR,
            "公式里不能有这个（第 {at} 字）",
            "formulas do not know this (character {at})",
            "只能用数、[元素代码]、[代码@previous]、[代码@base]、+ - * / ( )、min、max。"),
    FORMULA_MIXED(
            "LH-1433",
            Kind.ERROR,
            "{left}与{right}不能相加减或比大小",
            "{left} and {right} cannot be added, subtracted or compared",
            "核对各元素的单位，量纲相同的才能相加减。"),
    FORMULA_RESULT(
            "LH-1434",
            Kind.ERROR,
            "公式算出的是{found}，指标的单位“{unit}”是{wanted}",
            "formula gives {found}, the indicator's unit is {wanted}",
            "核对公式，或改正指标、元素的单位；单位之间的倍数自动换算，不写进公式。"),
    FORMULA_HUNDREDFOLD(
            "LH-1435",
            Kind.ERROR,
            "指标的单位已是百分数，公式里又乘了 100",
            "the unit is per cent already, the formula multiplies by 100 again",
            "去掉“* 100”：单位之间的倍数自动换算。"),
    FORMULA_DIVISOR("LH-1436", Kind.ERROR, "公式里除以零", "formula divides by zero", "改正除数。"),
    FORMULA_CIRCLE(
            "LH-1437",
            Kind.ERROR,
            "公式绕成圈：{circle}",
            "formulas go round in a circle: {circle}",
            "指标不能直接或间接地由自己算出，隔年引用自己也不行；改动其中一个公式。"),
    UNIT_QUOTIENT(
            "LH-1438",
            Kind.ERROR,
            "单位的倍数或量纲与名称不符，按名称应是 {dimension}、{factor}",
            "dimension or factor differs from what the name says: {dimension}, {factor}",
            "“甲/乙”的量纲是甲的量纲除以乙的，倍数也是。"),
    COEFFICIENT_NOT_HEAT(
            "LH-1440",
            Kind.ERROR,
            "折标系数与热值不符：{heat} ÷ 29307.6 = {computed}",
            "coefficient differs from heat value: {heat} / 29307.6 = {computed}",
            "核对小数点和漏掉的首位；热值用千焦，按 4.1868 焦/卡。"),
    UNKNOWN_KIND(
            "LH-1441",
            Kind.ERROR,
            "没有这个能源品种{nearest}",
            "no such kind of energy{nearest}",
            "用 rules/energy-kinds.csv 的代码或名称。"),
    UNKNOWN_SET(
            "LH-1442",
            Kind.ERROR,
            "没有这套折标系数{nearest}",
            "no such set of coefficients{nearest}",
            "用 rules/coefficient-sets.csv 的编号。"),
    KINDS_CIRCLE("LH-1443", Kind.ERROR, "包含关系成环", "kinds include each other in a circle", "核对 part_of。"),
    METER_BACKWARDS(
            "LH-1451",
            Kind.ERROR,
            "读数比 {from} 小",
            "reading is below {from}",
            "核对换下、换上的读数；走满归零的按“翻转”登记，旧表终了读数写满量程，新表起始读数写 0。"),
    NOT_POSITIVE("LH-1444", Kind.ERROR, "须大于零", "must be greater than zero", "核对数值；没有的空着。"),
    ROW_LEFT_OUT(
            "LH-1445",
            Kind.NOTICE,
            "这一行没有计算，{body} {year} 年因此没有结果",
            "row left out, hence no result for {body} in {year}",
            "改正这一行再算。"),
    MEDIUM_LEFT_OUT(
            "LH-1446",
            Kind.NOTICE,
            "耗能工质没有当量值，只计入等价值",
            "a working medium has no calorific value and counts in the equivalent value only",
            "不必改。"),
    NOT_BOTH("LH-1448", Kind.ERROR, "写了 {other}，这里要空着", "must be blank where {other} is given", "两样只写一样。"),
    UNKNOWN_PROCESS(
            "LH-1449",
            Kind.ERROR,
            "没有这个过程{nearest}",
            "no such process{nearest}",
            "用 rules/process-factors.csv 的代码或名称；能源品种的 purpose 不写 process。"),
    ROWS_DIFFER(
            "LH-1450",
            Kind.ERROR,
            "与第 {line} 行同一项目，那里写的是 {other}",
            "same project as in line {line}, where it is {other}",
            "一个项目的几行里，除来源外都写得一样。"),
    ADDED_UP(
            "LH-1447",
            Kind.NOTICE,
            "{kind}与第 {line} 行是同一品种同一用途，两行相加",
            "the same kind and purpose as line {line}, added up",
            "确是两批的不必改；重复的删去一行。"),

    UNKNOWN_ELEMENT(
            "LH-1501",
            Kind.ERROR,
            "不认识的元素{nearest}",
            "unknown element{nearest}",
            "用 rules/elements.csv 或 rules/indicators.csv 的代码。"),
    UNIT_BLANK("LH-1502", Kind.ERROR, "没有写单位，{element}用 {unit}", "unit is blank, {element} is in {unit}", "写上单位。"),
    ROWS_CLASH(
            "LH-1503",
            Kind.ERROR,
            "与第 {line} 行是同一件事（地区、元素、期间、阶段、来源部门、渠道、发布日都相同），那里是 {other}",
            "same matter as line {line}, which says {other}",
            "留下对的一行；后来更正的，写上各自的发布日期 published 或阶段 stage。"),
    ROWS_REPEATED("LH-1504", Kind.NOTICE, "{count} 行与前面的行完全相同，只计一次", "{count} rows repeat earlier ones", "不必改。"),
    STAGE_BLANK(
            "LH-1505",
            Kind.NOTICE,
            "{count} 行没有写 stage，按“最终”计",
            "{count} rows without stage count as final",
            "初步数请写明“初步”。"),
    NO_ROWS("LH-1506", Kind.NOTICE, "只有表头，没有数据", "header only, no data", "确认导出的是不是这个文件。"),
    YEAR_RANGE("LH-1507", Kind.ERROR, "年份应在 {least} 到 {most} 之间", "year must lie between {least} and {most}", "核对年份。"),

    NOBODY_LEADS("LH-1601", Kind.GAP, "目标“{title}”没有责任单位", "nobody leads target “{title}”", "在任务中指定牵头单位。"),
    NO_UNIT("LH-1602", Kind.GAP, "目标“{title}”没有单位", "target “{title}” has no unit", "写明计量单位。"),
    NO_BASE(
            "LH-1603",
            Kind.GAP,
            "目标“{title}”没有写明基年，按方案基年 {year} 年计",
            "target “{title}” states no base year, {year} is taken",
            "写明与哪一年比。"),
    DUE_INHERITED("LH-1604", Kind.GAP, "目标“{title}”的期限 {due} 由上下文承接", "due {due} of “{title}” is inherited", "写明期限。"),
    SUM_DIFFERS(
            "LH-1605",
            Kind.CONTRADICTION,
            "“{title}”：各地区合计 {sum}，全市 {total}，相差 {difference}",
            "“{title}”: the parts add up to {sum}, the whole says {total}, {difference} apart",
            "核对分解表与正文。"),
    CONTRADICTS(
            "LH-1606",
            Kind.CONTRADICTION,
            "“{title}”{words}，而{other}写{otherWords}：地区、范围、期限相同，数值不同",
            "“{title}” {words} contradicts {other} {otherWords}",
            "请发文单位明确以哪个为准。"),
    SUSPECTED(
            "LH-1607",
            Kind.SUSPECTED,
            "“{title}”{words}，而{other}写{otherWords}：{difference}不同，可能矛盾",
            "“{title}” {words} may contradict {other} {otherWords}: other {difference}",
            "核对口径，两者不是一回事的不必改。"),
    WEAKER(
            "LH-1608",
            Kind.SUSPECTED,
            "“{title}”{words}，低于上级{other}所要求的{otherWords}",
            "“{title}” {words} asks for less than {other} {otherWords} above it",
            "上级要求分解到各地时可以不同；核对分解依据。"),
    TWO_DEFINITIONS(
            "LH-1609",
            Kind.SUSPECTED,
            "“{title}”{words}，而{other}写{otherWords}：同一名称，计量不同",
            "“{title}” {words} and {other} {otherWords}: one name, measured in two ways",
            "核对两处的定义，口径不同的宜用不同名称。"),
    EMPTY_CHAPTER(
            "LH-1610",
            Kind.GAP,
            "“{heading}”只有标题，没有内容",
            "“{heading}” has a heading and nothing below",
            "核对原件是否缺页，或由发文单位补上。"),
    INDICATOR_NOT_KNOWN(
            "LH-1620",
            Kind.NOTICE,
            "没有对应的指标，按原名列出",
            "no indicator of that name, listed under its own",
            "与“指标”页核对；是新指标的，加到 rules/indicators.csv。"),
    AGENCY_NOT_KNOWN(
            "LH-1621",
            Kind.NOTICE,
            "名录里没有这个单位，按原名列出",
            "no such agency in the register",
            "与“部门”页核对；是新单位的，加到 register/agencies.csv。"),
    PLACE_NOT_KNOWN(
            "LH-1622",
            Kind.NOTICE,
            "名录里没有这个地区，按原名列出",
            "no such place in the register",
            "与“地区”页核对；加到 register/regions.csv。"),
    NO_DUE("LH-1623", Kind.GAP, "目标没有期限，方案也没有写明规划期", "a target without a due date", "写明期限。"),
    READER_DOUBTS("LH-1624", Kind.NOTICE, "读时拿不准：{why}", "the reader is not sure: {why}", "对照原文核对。"),

    UNWRITABLE("LH-1705", Kind.ERROR, "写不了：{reason}", "cannot be written: {reason}", "检查目录是否存在、是否有写权限、磁盘是否已满。"),
    NO_SUCH_PLAN(
            "LH-1701", Kind.ERROR, "没有这个方案目录，已有：{known}", "no such plan, known: {known}", "写目录的路径，或 plans/ 下的目录名。"),
    NO_ROOT(
            "LH-1702",
            Kind.ERROR,
            "找不到 rules/ 与 register/ 目录",
            "rules/ and register/ not found",
            "在安装目录下运行，或设环境变量 LUHENG_ROOT。"),
    NO_RULE_FOR_YEAR(
            "LH-1703",
            Kind.NOTICE,
            "没有适用于 {years} 年的规则，这些年只作基数，不算结果",
            "no rules for {years}, used as base only",
            "需要结果的，在 rules/ 补上规则版本。"),
    NO_SUCH_THING("LH-1801", Kind.ERROR, "没有这一项", "no such thing", "从页面上的链接进入，或核对地址中的代码。"),
    OTHER_DOCUMENT(
            "LH-1802",
            Kind.ERROR,
            "不是方案所读的那一份：应为 sha256 {expected}…，这一份是 {found}…",
            "not the document the plan was read from: sha256 {expected}… expected, {found}… found",
            "装入与方案页所列 sha256 相同的文件，一个字节也不能差。"),
    REQUEST_TOO_LARGE("LH-1803", Kind.ERROR, "超过 {limit} 的上限", "exceeds {limit}", "分成几个较小的文件。"),
    MISSING_PARAMETER("LH-1804", Kind.ERROR, "地址里缺这一项", "parameter missing from the address", "从页面上的链接进入。"),
    NOT_UNDERSTOOD("LH-1805", Kind.ERROR, "请求写得不对，读不懂", "malformed request", "从页面上的链接进入；程序请核对地址、编码与请求正文。"),
    WRONG_METHOD(
            "LH-1806",
            Kind.ERROR,
            "这个地址不能用这种方法，可用：{allowed}",
            "method not allowed here, allowed: {allowed}",
            "对照 /v3/api-docs 改用所列的方法。"),
    NO_SUCH_FORM(
            "LH-1807",
            Kind.ERROR,
            "给不出所要的格式，可用：{allowed}",
            "cannot answer in that form, available: {allowed}",
            "改正请求的 Accept，或不写。"),
    WRONG_CONTENT(
            "LH-1808",
            Kind.ERROR,
            "这个地址不收这种内容，可用：{allowed}",
            "content of that type not taken here, allowed: {allowed}",
            "改正请求的 Content-Type。"),
    FROM_ELSEWHERE(
            "LH-1809", Kind.ERROR, "改动请求来自其他网站，已拒绝", "change requested by another site, refused", "在绿衡自己的页面上操作。"),
    OTHER_HOST(
            "LH-1810",
            Kind.ERROR,
            "不以这个主机名提供服务",
            "not served under that host name",
            "用 localhost 或监听地址访问；确需这个名称的，请管理员写进环境变量 LUHENG_HOSTS。"),
    BUSY(
            "LH-1811",
            Kind.ERROR,
            "同时进行的导入已有 {limit} 个，这一份没有导入",
            "{limit} imports are under way, this one was not taken",
            "稍后把同一文件再传一次。"),
    NOT_TAKEN("LH-1812", Kind.ERROR, "请求没有被接受（{status}）", "request not accepted ({status})", "从页面上的链接进入。"),
    NOT_SIGNED_IN("LH-1901", Kind.ERROR, "请先登录", "sign in first", "在登录页登录；程序请带上访问令牌。"),
    FORM_EXPIRED(
            "LH-1902", Kind.ERROR, "这张表单已经失效，没有提交", "the form has expired, nothing was submitted", "回到原来的页面，刷新后重新填写。"),
    PASSWORD_TOO_SHORT(
            "LH-1903",
            Kind.ERROR,
            "密码至少 {least} 个字",
            "a password has at least {least} characters",
            "用几个互不相干的词连成一句，长比复杂更有用；空格、汉字都可以。"),
    PASSWORD_TOO_LONG("LH-1904", Kind.ERROR, "密码超过 {most} 个字", "a password has at most {most} characters", "缩短一些。"),
    PASSWORD_GUESSABLE(
            "LH-1905",
            Kind.ERROR,
            "这个密码容易被猜到",
            "the password is easily guessed",
            "不要用常见密码、键盘顺序、日期、姓名、账户名或本系统的名称；几个互不相干的词连成一句最好。"),
    PASSWORDS_DIFFER("LH-1919", Kind.ERROR, "两次输入的密码不同", "the two passwords differ", "重新输入。"),
    SIGN_IN_REFUSED("LH-1906", Kind.ERROR, "账户名或密码不对", "login or password is wrong", "核对后再试；忘了密码的，请管理员发找回链接。"),
    TOO_MANY_FAILURES(
            "LH-1907",
            Kind.ERROR,
            "连续失败次数过多，{wait}后再试",
            "too many failures, try again in {wait}",
            "以前登录过的浏览器不受别人失败的影响；不是本人操作的，请告诉管理员。"),
    SIGN_IN_BUSY("LH-1908", Kind.ERROR, "正在登录的人太多", "too many people are signing in", "稍候再试。"),
    TOO_OFTEN(
            "LH-1909",
            Kind.ERROR,
            "请求太密，{wait}后再试",
            "too many requests, try again in {wait}",
            "放慢一些；程序请按 Retry-After 等待。"),
    WRONG_CODE(
            "LH-1910",
            Kind.ERROR,
            "验证码不对，或已经用过",
            "the code is wrong or was used before",
            "核对手机的时间；每个验证码只能用一次，请等下一个。也可以用一个恢复码。"),
    SECOND_FACTOR_REQUIRED(
            "LH-1911", Kind.ERROR, "这个账户必须使用两步验证", "this account must use a second factor", "换手机的，请重新设置，不必先停用。"),
    DIRECTORY_UNKNOWN(
            "LH-1912",
            Kind.ERROR,
            "统一身份认证没有成功，或没有对应的账户",
            "the directory did not vouch, or no account belongs to that identity",
            "请管理员先建立同名账户；已有账户的，也可用密码登录。"),
    NOT_A_LOGIN(
            "LH-1913",
            Kind.ERROR,
            "账户名应是 2 到 64 个小写字母、数字或 . _ @ -，以字母或数字开头",
            "a login is 2 to 64 of a-z, 0-9, and . _ @ -, beginning with a letter or digit",
            "改成这样的账户名；姓名可以用汉字。"),
    LOGIN_TAKEN("LH-1914", Kind.ERROR, "这个账户名已有人用", "the login is taken", "换一个账户名；停用的账户名也不再给别人。"),
    LAST_ADMINISTRATOR(
            "LH-1915", Kind.ERROR, "最后一位管理员不能停用，也不能结束其身份", "the last administrator must stay", "先让另一位管理员能够登录。"),
    NOT_FOR_ONESELF(
            "LH-1916",
            Kind.ERROR,
            "管理员不能给自己授予看得到数据的身份",
            "an administrator cannot give himself a standing that sees data",
            "请另一位管理员授予。"),
    STANDING_UNFIT(
            "LH-1917", Kind.ERROR, "不能授予这个身份：{reason}", "this standing cannot be given: {reason}", "核对身份种类与所属的单位。"),
    TOKEN_VOID(
            "LH-1918",
            Kind.ERROR,
            "链接或令牌不对、已经用过，或已过期",
            "the link or token is wrong, used or expired",
            "请管理员另发一个；首次启动的令牌见服务器的控制台，每次启动都不同。"),
    NOT_YOURS("LH-1920", Kind.ERROR, "当前身份无权进行这项操作", "the current standing does not entitle to this", "换一个身份，或请管理员授予。"),
    NOT_YOUR_FACT(
            "LH-1921",
            Kind.ERROR,
            "当前身份无权录入这一地区或指标的数据",
            "the current standing may not report this place or element",
            "只录入本身份所管地区和指标的数据。"),
    NOT_PUBLISHED(
            "LH-1922", Kind.ERROR, "这里的结果还没有公开发布", "results here have not been published", "有权查看的人请先登录；公开发布的结果见“期”。"),
    REASON_WANTED("LH-1950", Kind.ERROR, "要写明理由", "a reason is wanted", "写清楚为什么，二千字以内；它会一直留在记录里。"),
    ALREADY_PROPOSED(
            "LH-1951", Kind.ERROR, "同一事项已有提请在等待复核", "the same matter is already proposed", "先在“复核”页处理那一件，或由提请人撤回。"),
    SAME_PERSON(
            "LH-1952",
            Kind.ERROR,
            "提请人不能复核自己提请的事项",
            "nobody confirms what he proposed himself",
            "请本级办公室的另一人复核；换身份不算另一人。"),
    ALREADY_DECIDED("LH-1953", Kind.ERROR, "这一件已经{decision}", "already decided: {decision}", "看这一件的记录；要改变的，另行提请。"),
    MOVED_ON("LH-1954", Kind.ERROR, "提请之后情况变了：{what}", "no longer as it was proposed: {what}", "退回或撤回这一件，按现在的情况重新提请。"),
    CAVEATS_WANTED(
            "LH-1955",
            Kind.ERROR,
            "有 {count} 个结果依据未核实的规则，须在表单上逐项写明的数目后同意",
            "{count} results rest on rules that are not settled and need a named approval",
            "核对提请页所列数目，勾选同意后再确认；不同意的退回。"),
    NOT_PROPOSER("LH-1956", Kind.ERROR, "只有提请人本人可以撤回", "only who proposed can withdraw", "不同意的，由本级办公室的另一人退回。"),
    PLAN_NOT_ACCEPTED(
            "LH-1957",
            Kind.ERROR,
            "方案的这一版还没有经两人确认，不能封存",
            "this edition of the plan has not been accepted",
            "先在方案页提请确认，由另一人复核。"),
    RULES_NOT_ACCEPTED(
            "LH-1968",
            Kind.ERROR,
            "规则的这一版还没有经本地区或上级两人确认，不能封存",
            "this edition of the rules has not been accepted here or above",
            "先在“规则”页提请确认，由另一人复核。"),
    RULES_ALREADY_ACCEPTED(
            "LH-1969", Kind.ERROR, "规则的这一版已经确认过", "this edition of the rules is already accepted", "不必再提请。"),
    NOTHING_TO_SEAL("LH-1958", Kind.ERROR, "没有可以封存的结果", "there is no result to seal", "先导入数据；期间和日期要与数据相符。"),
    ALREADY_SEALED("LH-1959", Kind.ERROR, "与第 {number} 期完全相同", "identical to issue {number}", "不必再封存；有新数据或换了期间、日期再提请。"),
    ALREADY_ACCEPTED("LH-1960", Kind.ERROR, "方案的这一版已经确认过", "this edition is already accepted", "不必再提请。"),
    NOTHING_TO_PUBLISH("LH-1961", Kind.ERROR, "这一期{state}", "nothing to change: {state}", "不必再提请。"),
    DAY_AHEAD("LH-1962", Kind.ERROR, "日期在今天之后", "the day lies ahead", "截至日期不晚于今天。"),
    SEAL_BROKEN(
            "LH-1963",
            Kind.CONTRADICTION,
            "封存的内容与它的 sha256 不符",
            "sealed content does not match its sha256",
            "内容被改动过：与备份、公开下载的同一期和审计记录核对。"),
    SEAL_REPLACED(
            "LH-1967",
            Kind.CONTRADICTION,
            "这一期与审计记录中封存时的 sha256 不符，或已不在",
            "the issue is not, or no longer, what the audit trail says was sealed",
            "期表被改动过：以审计记录和公开下载的同一期为准，从备份取回。"),
    SEALED_FACTS_CHANGED(
            "LH-1964",
            Kind.CONTRADICTION,
            "封存时已录入的数据现在不一样了",
            "facts recorded before the seal are not what they were",
            "数据只增不改，这说明数据表被改动过：与备份和审计记录核对。"),
    RESULT_DIFFERS(
            "LH-1965",
            Kind.CONTRADICTION,
            "用相同的方案、规则和数据重算，结果与封存的不同",
            "recomputed from the same inputs, the result differs",
            "核对程序版本；数字有出入的，以封存的为准并报告维护者。"),
    OTHER_EDITION(
            "LH-1966",
            Kind.NOTICE,
            "{what}已不是封存时的那一版，这里不能重算",
            "{what} is another edition now, cannot be recomputed here",
            "取回封存时的文件（sha256 见该期页面）再重算。"),
    AUDIT_CHANGED(
            "LH-1940",
            Kind.ERROR,
            "内容被改动：与记录时的哈希不符",
            "content changed: does not match its hash",
            "保全数据库，追查何人何时有超级用户权限。"),
    AUDIT_REMOVED("LH-1941", Kind.ERROR, "记录被抽走", "entries were removed", "保全数据库，与备份和导出的记录比对。"),
    AUDIT_REORDERED("LH-1942", Kind.ERROR, "次序被改动", "entries were reordered", "保全数据库，与备份和导出的记录比对。"),
    AUDIT_UNLINKED(
            "LH-1943",
            Kind.ERROR,
            "与前一条接不上：次序被改动，或中间有记录被抽走",
            "does not follow the entry before it",
            "保全数据库，与备份和导出的记录比对。"),
    AUDIT_TRUNCATED(
            "LH-1944",
            Kind.ERROR,
            "曾导出过的这一条不见了：末尾被截断",
            "an exported head is missing: the end was cut off",
            "保全数据库，与备份和导出的记录比对。"),
    AUDIT_REWRITTEN(
            "LH-1945",
            Kind.ERROR,
            "与曾导出的链头不符：记录被整体改写",
            "differs from an exported head: rewritten",
            "保全数据库，与备份和导出的记录比对。"),
    AUDIT_FACTS(
            "LH-1946", Kind.ERROR, "数据与导入时的摘要不符", "facts differ from what the import stored", "保全数据库，与备份比对这一次导入的数据。"),
    AUDIT_FRAMES(
            "LH-1939",
            Kind.ERROR,
            "这一天的原始报文与当日记下的摘要不符",
            "frames of that day differ from the digest they left",
            "保全数据库，与备份比对这一天的原始报文。"),
    AUDIT_NO_HEADS(
            "LH-1948",
            Kind.ERROR,
            "没有链头文件可以比对：末尾被截断或整体被改写，这样看不出来",
            "no exported heads to compare with",
            "核对 LUHENG_HOME；链头文件被删的，用拷到别处的那一份比对。"),
    NOT_A_HEAD("LH-1949", Kind.ERROR, "不是一个链头", "not an exported head", "用拷到别处的那一份链头文件比对。"),
    NOT_A_TRAIL("LH-1947", Kind.ERROR, "不是审计记录的导出文件", "not an exported audit trail", "用审计页的“JSON 行”导出的文件。"),
    INTERNAL("LH-1799", Kind.ERROR, "程序内部出错：{reason}", "internal error: {reason}", "请把命令和输入文件交给维护者。"),

    DOCUMENT_KIND(
            "LH-2001",
            Kind.ERROR,
            "不能读这种文件（{seen}）",
            "this kind of file is not read ({seen})",
            "能读 docx、doc（wps）、PDF、OFD、网页（html）和纯文本；别的先在办公软件中另存为 docx。"),
    NO_WORDS("LH-2002", Kind.ERROR, "文件里没有文字", "no words in the document", "确认文件没有选错；扫描件先做文字识别。"),
    NO_CLAUSES(
            "LH-2003",
            Kind.NOTICE,
            "没有认出一条条款，不像方案",
            "not a single clause found; hardly a plan",
            "核对文件；标题编号应如“一、”“（一）”“1.”“第一章”。"),
    DOUBTS("LH-2004", Kind.NOTICE, "有 {count} 处拿不准，见结果中的 doubts", "{count} doubts, listed in the result", "逐条对照原文核对。"),
    NO_TEXT_LAYER(
            "LH-2005",
            Kind.ERROR,
            "是扫描件：{pages} 页都只有图像，没有文字",
            "a scan: {pages} pages of images without text",
            "先做文字识别（OCR），存成带文字层的 PDF 或 docx 再读；也可向发文单位要电子版。"),
    PAGES_WITHOUT_TEXT(
            "LH-2006",
            Kind.NOTICE,
            "第 {pages} 页只有图像，没有读到文字",
            "pages {pages} are images without text",
            "这几页做文字识别，或对照原件补上。"),
    LOCKED("LH-2007", Kind.ERROR, "有密码，打不开", "protected by a password", "用密码打开后，另存一份不加密的再读。"),
    HAS_MACROS("LH-2008", Kind.NOTICE, "含有宏，没有运行", "contains macros, which were not run", "不影响读取；来路不明的文件不要在办公软件中启用宏。"),
    TOO_MUCH_INSIDE(
            "LH-2009",
            Kind.ERROR,
            "展开后过大：{what}超过 {limit}",
            "too large when unpacked: {what} above {limit}",
            "方案没有这么大；核对文件，或把需要的部分另存为一个文件。"),
    DECLARES_ENTITIES(
            "LH-2010",
            Kind.ERROR,
            "{part} 里声明了文档类型（DOCTYPE），不予读取",
            "{part} declares a document type",
            "正常的办公文件没有这种声明，可能是恶意文件；用办公软件打开后另存一份再读。"),
    NESTED_TOO_DEEP(
            "LH-2011", Kind.ERROR, "嵌套超过 {limit} 层", "nested deeper than {limit}", "检查是否有层层相套的表格；用办公软件打开后另存一份再读。"),
    READING_TOO_LONG(
            "LH-2012",
            Kind.ERROR,
            "读了 {limit} 秒还没有读完，已停下",
            "not read within {limit} s, stopped",
            "用办公软件打开后另存一份再读，或只留需要的部分。"),
    DAMAGED("LH-2013", Kind.ERROR, "文件已损坏：{reason}", "damaged: {reason}", "重新下载或向发文单位要一份；能用办公软件打开的，另存一份再读。"),
    GARBLED(
            "LH-2014",
            Kind.ERROR,
            "读出来的是乱码（{seen}）",
            "the text is garbled ({seen})",
            "PDF 缺字符编码的，做文字识别；文本文件换原来的编码重新保存。"),
    CHARACTERS_LOST(
            "LH-2015",
            Kind.NOTICE,
            "有 {count} 个字没有读出来：{why}",
            "{count} characters could not be read: {why}",
            "对照原件核对数字和名称。"),
    READ_AS_UTF16("LH-2016", Kind.NOTICE, "按 UTF-16 读取", "read as UTF-16", "能读，不必改。"),
    HAS_REVISIONS(
            "LH-2017",
            Kind.NOTICE,
            "有修订痕迹，按接受全部修订后的文字读取",
            "has tracked changes, read as if all were accepted",
            "核对是不是定稿；要读定稿的，先接受或拒绝修订再保存。"),
    LEFT_OUT("LH-2018", Kind.NOTICE, "没有读{what}", "left out: {what}", "里面有目标或责任单位的，移到正文再读。"),
    PLAN_OF_ANOTHER_PLACE(
            "LH-2101",
            Kind.ERROR,
            "这个编号已经是{place}的方案",
            "a plan of {place} has this id",
            "换一个编号，例如地区拼音加期间：fuzhou-15fyp。"),
    REVIEW_OPEN("LH-2102", Kind.ERROR, "还有 {count} 项没有决定", "{count} items are not decided", "回到审读页，逐项采纳、更正或不采纳。"),
    NO_SUCH_WORDS("LH-2103", Kind.ERROR, "原文里找不到这些字", "the document has no such words", "从原文中复制，一个字也不要改；也可以用鼠标在左边选中。"),
    WORDS_NOT_UNIQUE(
            "LH-2104",
            Kind.ERROR,
            "原文里有 {count} 处是这些字",
            "the document has these words in {count} places",
            "多写前后几个字，直到只有一处。"),
    NOTHING_TO_UNDO("LH-2105", Kind.ERROR, "没有可以撤回的决定", "there is no decision to take back", "刷新页面，看看这一项现在的决定。"),
    ITEM_DECIDED("LH-2106", Kind.ERROR, "这一项已经{act}", "this item is decided already: {act}", "要改变的，先撤回原来的决定。"),
    NOTHING_TO_ACCEPT(
            "LH-2107", Kind.ERROR, "没有这样的条目可以一次采纳", "nothing is there to be accepted at once", "剩下的条目有疑问或对不上，逐项决定。"),
    UNCHANGED_EDITION(
            "LH-2108", Kind.ERROR, "与已有的这一版一字不差，没有另存", "this very edition is there already", "到方案页查看；要改的先在审读页更正。"),
    NO_EMISSION(
            "LH-2201",
            Kind.ERROR,
            "{outlet}的排放量不能成为数据：{why}",
            "no emission of {outlet}: {why}",
            "等这个月结束；缺的小时补传或补标记后再试。"),
    TIME_BACKWARDS(
            "LH-2202",
            Kind.ERROR,
            "止时要晚于起时，一次不超过 400 天",
            "must be later than the beginning, by 400 days at most",
            "核对起止时间。"),
    NO_MONITORING_RULES(
            "LH-2203",
            Kind.ERROR,
            "这一年没有在线监测核算的规则",
            "no rules of monitoring for that year",
            "换一个时间；规则见“规则”页的在线监测核算参数。");

    /** What a finding is to the one who reads it. */
    public enum Kind {
        /** Refused: nothing of the input is taken. */
        ERROR("错误"),
        /** Two statements that cannot both hold. */
        CONTRADICTION("矛盾"),
        /** The same matter with another scope, date or wording. */
        SUSPECTED("疑似"),
        /** Something that ought to be there is not. */
        GAP("缺项"),
        /** Read all the same; good to know. */
        NOTICE("提示");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final String code;
    private final Kind kind;
    private final String chinese;
    private final String english;
    private final String remedy;

    Fault(String code, Kind kind, String chinese, String english, String remedy) {
        this.code = code;
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
        this.remedy = remedy;
    }

    /** Stable, e.g. {@code LH-1202}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** Template with named places. */
    public String chinese() {
        return chinese;
    }

    /** Template with named places. */
    public String english() {
        return english;
    }

    /** What to do, in Chinese. */
    public String remedy() {
        return remedy;
    }

    static String filled(String template, Map<String, String> args) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = template.substring(open + 1, close);
            text.append(template, at, open).append(args.getOrDefault(name, ""));
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }
}
