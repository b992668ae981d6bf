@testable import FriseModel

/// Two numbers and what Python's rational numbers make of them; nil where 128 bits do not hold it.
struct ExactNumberVector: Sendable {
  let left: String
  let right: String
  let sum: String?
  let product: String?
  let quotient: String?
  let remainder: String?
  let order: Int

  init(
    _ left: String, _ right: String, sum: String?, product: String?, quotient: String?,
    remainder: String?, order: Int
  ) {
    self.left = left
    self.right = right
    self.sum = sum
    self.product = product
    self.quotient = quotient
    self.remainder = remainder
    self.order = order
  }

  static let all: [ExactNumberVector] = [
    ExactNumberVector(
      "0.000000414002", "4934002716022259869887215291745232913",
      sum: nil,
      product: nil,
      quotient: "0",
      remainder: "0.000000414002", order: -1),
    ExactNumberVector(
      "-111", "-605979998169",
      sum: "-605979998280",
      product: "67263779796759",
      quotient: "0.000000000183174362744",
      remainder: "-111", order: 1),
    ExactNumberVector(
      "242", "273686058795523552920593052",
      sum: "273686058795523552920593294",
      product: "66232026228516699806783518584",
      quotient: "0.000000000000000000000000884224797803",
      remainder: "242", order: -1),
    ExactNumberVector(
      "133051827524761657.8", "87670100844429426255151904640.77998127",
      sum: "87670100844562478082676666298.57998127",
      product: nil,
      quotient: "0.00000000000151764200387",
      remainder: "133051827524761657.8", order: -1),
    ExactNumberVector(
      "0.00000000014", "-749456393508",
      sum: "-749456393507.99999999986",
      product: "-104.92389509112",
      quotient: "-0.000000000000000000000186802062418",
      remainder: "-749456393507.99999999986", order: 1),
    ExactNumberVector(
      "-480625403432560411810075.893519835601", "732.948",
      sum: "-480625403432560411809342.945519835601",
      product: nil,
      quotient: "-655742840464000000000",
      remainder: "315.278480164399", order: -1),
    ExactNumberVector(
      "-4566642340712892193", "0.000000000009040517328716217596",
      sum: nil,
      product: "-41284809.215264091342869620876677628028",
      quotient: "-505130644040000000000000000000",
      remainder: "0.000000000002360539316696792296", order: -1),
    ExactNumberVector(
      "29098890036121273077533620345196124392", "0.000827211180719500500950154391",
      sum: nil,
      product: nil,
      quotient: nil,
      remainder: "0.000039800495446749503844691318", order: 1),
    ExactNumberVector(
      "-6459651.135660548239", "0.000000000000000000000000000215",
      sum: "-6459651.135660548238999999999999999785",
      product: nil,
      quotient: "-30044889003100000000000000000000000",
      remainder: "0.00000000000000000000000000018", order: -1),
    ExactNumberVector(
      "-806434995592481036582457650.24799045", "-0.000000000003558297974506580818",
      sum: nil,
      product: nil,
      quotient: nil,
      remainder: "-0.000000000000151570218064435394", order: -1),
    ExactNumberVector(
      "-155647022015968626958403771983442473", "316832148161",
      sum: "-155647022015968626958403455151294312",
      product: nil,
      quotient: "-491260192248000000000000",
      remainder: "14530067032", order: -1),
    ExactNumberVector(
      "-1078768155993490996610811.804", "-471007",
      sum: "-1078768155993490997081818.804",
      product: "508107352850026213840668635366.628",
      quotient: "2290344211430000000",
      remainder: "-385502.804", order: -1),
    ExactNumberVector(
      "-0.00859077", "-8451702001986852040.77419338",
      sum: "-8451702001986852040.78278415",
      product: "72606628007608588.9063217172631026",
      quotient: "0.00000000000000000000101645443699",
      remainder: "-0.00859077", order: 1),
    ExactNumberVector(
      "87.015", "25623137805.7",
      sum: "25623137892.715",
      product: "2229597336162.9855",
      quotient: "0.00000000339595410444",
      remainder: "87.015", order: -1),
    ExactNumberVector(
      "-0.000000000000000000000000275509", "-439297",
      sum: "-439297.000000000000000000000000275509",
      product: "0.000000000000000000121030277173",
      quotient: "0.00000000000000000000000000000062715885",
      remainder: "-0.000000000000000000000000275509", order: 1),
    ExactNumberVector(
      "0.000000724035", "33528023.175424174388011019766707974563",
      sum: "33528023.175424898423011019766707974563",
      product: nil,
      quotient: "0.0000000000000215949206493",
      remainder: "0.000000724035", order: -1),
    ExactNumberVector(
      "0.000083372295413288710452508968", "-0.000000000000000000000000115268",
      sum: "0.0000833722954132887104523937",
      product: nil,
      quotient: "-723290899584000000000",
      remainder: "-0.000000000000000000000000075896", order: 1),
    ExactNumberVector(
      "0", "470408434624094880",
      sum: "470408434624094880",
      product: "0",
      quotient: "0",
      remainder: "0", order: -1),
    ExactNumberVector(
      "-312279979952464300595439.517", "-648753775439252530617728.532141479595",
      sum: "-961033755391716831213168.049141479595",
      product: nil,
      quotient: "0.481353622553",
      remainder: "-312279979952464300595439.517", order: 1),
    ExactNumberVector(
      "-135830.595480356965507081981534768574", "6863262509354889724720491172.21084603",
      sum: nil,
      product: nil,
      quotient: "-0.0000000000000000000000197909660741",
      remainder: nil, order: -1),
    ExactNumberVector(
      "46207999315058857665577184753098673.973", "-0.00000178",
      sum: nil,
      product: nil,
      quotient: nil,
      remainder: "-0.00000122", order: 1),
    ExactNumberVector(
      "0.000000372974", "0.891692025426",
      sum: "0.8916923984",
      product: "0.000000332577941491236924",
      quotient: "0.000000418276702454",
      remainder: "0.000000372974", order: -1),
    ExactNumberVector(
      "280689896948707833892327.783", "0.000000000000534589385562330101",
      sum: nil,
      product: nil,
      quotient: "525056996134000000000000000000000000",
      remainder: "0.000000000000070893251519034719", order: 1),
    ExactNumberVector(
      "-8043677777451100339659959662.15045202", "-0.000000000017976628407973899229",
      sum: nil,
      product: nil,
      quotient: nil,
      remainder: "-0.000000000000471012021400994906", order: -1),
    ExactNumberVector(
      "-249546864777", "8903381946089984.019",
      sum: "8903132399225207.019",
      product: "-2221811050558900345863483998.763",
      quotient: "-0.0000280283229775",
      remainder: "8903132399225207.019", order: -1),
    ExactNumberVector(
      "0.000000000011863711771144844249", "928628921598402944861274224",
      sum: nil,
      product: nil,
      quotient: "0.00000000000000000000000000000000000001",
      remainder: "0.000000000011863711771144844249", order: -1),
    ExactNumberVector(
      "-0.000000000000000000000000455003", "920226073464241754884649071",
      sum: nil,
      product: "-418.705624104450391197779981252213",
      quotient: "0",
      remainder: nil, order: -1),
    ExactNumberVector(
      "104135.3", "-619511",
      sum: "-515375.7",
      product: "-64512963838.3",
      quotient: "-0.168092737659",
      remainder: "-515375.7", order: 1),
    ExactNumberVector(
      "20724315379105588866695622570716264.9", "12",
      sum: "20724315379105588866695622570716276.9",
      product: "248691784549267066400347470848595178.8",
      quotient: "1727026281590000000000000000000000",
      remainder: "8.9", order: 1),
    ExactNumberVector(
      "24115745574966034813357278.7", "2702140432803478669",
      sum: "24115748277106467616835947.7",
      product: nil,
      quotient: "8924682.55247",
      remainder: "1492852619198749020.7", order: 1),
    ExactNumberVector(
      "3864708.620064830446", "-8451578430642712058",
      sum: "-8451578430638847349.379935169554",
      product: "-32662888014058881029793087.049369717868",
      quotient: "-0.000000000000457276549201",
      remainder: "-8451578430638847349.379935169554", order: 1),
    ExactNumberVector(
      "-159123390587787735369287240795545596.3", "1.2",
      sum: "-159123390587787735369287240795545595.1",
      product: "-190948068705345282443144688954654715.56",
      quotient: "-132602825490000000000000000000000000",
      remainder: "0.9", order: -1),
    ExactNumberVector(
      "49649.3", "-9561846060057183408",
      sum: "-9561846060057133758.7",
      product: "-474738963589597116178814.4",
      quotient: "-0.00000000000000519243874961",
      remainder: "-9561846060057133758.7", order: 1),
    ExactNumberVector(
      "23557499349964805213869546169942404244", "64653065865841733861784341060524297516",
      sum: "88210565215806539075653887230466701760",
      product: nil,
      quotient: "0.364367861516",
      remainder: "23557499349964805213869546169942404244", order: -1),
    ExactNumberVector(
      "0.000000000017955327494723641496", "6354192762533958422939577255.98942607",
      sum: nil,
      product: nil,
      quotient: "0",
      remainder: "0.000000000017955327494723641496", order: -1),
    ExactNumberVector(
      "-714592786758375848658343887246.55036002", "-54731567866805872462571873.6",
      sum: "-714647518326242654530806459120.15036002",
      product: nil,
      quotient: "13056.3185856",
      remainder: "-17436689358377787005505524.95036002", order: -1),
    ExactNumberVector(
      "79149111943", "0.00000229",
      sum: "79149111943.00000229",
      product: "181251.46634947",
      quotient: "34562930979500000",
      remainder: "0.00000122", order: 1),
    ExactNumberVector(
      "0.000000265402", "0.000000000000000001046884028064",
      sum: "0.000000265402000001046884028064",
      product: nil,
      quotient: "253516142080",
      remainder: "0.00000000000000000004426866688", order: 1),
    ExactNumberVector(
      "110650881031429612.9376806697295475109", "-49989225632117744853814755.6",
      sum: nil,
      product: nil,
      quotient: "-0.00000000221349460073",
      remainder: nil, order: 1),
    ExactNumberVector(
      "0.0000000349423999861", "-0.000000000005",
      sum: "0.0000000349373999861",
      product: "-0.0000000000000000001747119999305",
      quotient: "-6988.47999722",
      remainder: "-0.0000000000026000139", order: 1),
    ExactNumberVector(
      "-0.000000000000000000000000000006", "838016143841378170572454541749.58998765",
      sum: nil,
      product: "-5.0280968630482690234347272504975399259",
      quotient: "0",
      remainder: nil, order: -1),
    ExactNumberVector(
      "-67", "283583",
      sum: "283516",
      product: "-19000061",
      quotient: "-0.000236262399368",
      remainder: "283516", order: -1),
    ExactNumberVector(
      "-0.1377676178582418026", "0.000000000071",
      sum: "-0.1377676177872418026",
      product: "-0.0000000000097815008679351679846",
      quotient: "-1940388983.92",
      remainder: "0.0000000000057581974", order: -1),
    ExactNumberVector(
      "33291106641193131714081008", "5609446572785935979",
      sum: "33291112250639704500016987",
      product: nil,
      quotient: "5934829.0797",
      remainder: "447072548073768417", order: 1),
    ExactNumberVector(
      "170141183460469231731687303715884105727", "1",
      sum: nil,
      product: "170141183460469231731687303715884105727",
      quotient: "170141183460000000000000000000000000000",
      remainder: "0", order: 1),
    ExactNumberVector(
      "-170141183460469231731687303715884105727", "1",
      sum: "-170141183460469231731687303715884105726",
      product: "-170141183460469231731687303715884105727",
      quotient: "-170141183460000000000000000000000000000",
      remainder: "0", order: -1),
    ExactNumberVector(
      "7", "2",
      sum: "9",
      product: "14",
      quotient: "3.5",
      remainder: "1", order: 1),
    ExactNumberVector(
      "0.1", "0.2",
      sum: "0.3",
      product: "0.02",
      quotient: "0.5",
      remainder: "0.1", order: -1),
    ExactNumberVector(
      "1", "3",
      sum: "4",
      product: "3",
      quotient: "0.333333333333",
      remainder: "1", order: -1),
    ExactNumberVector(
      "2", "3",
      sum: "5",
      product: "6",
      quotient: "0.666666666667",
      remainder: "2", order: -1),
    ExactNumberVector(
      "5", "100000000000000000000000000000000000000",
      sum: "100000000000000000000000000000000000005",
      product: nil,
      quotient: "0.00000000000000000000000000000000000005",
      remainder: "5", order: -1),
    ExactNumberVector(
      "10000000000000000000000000000000000000", "0.000000000000000000000000000001",
      sum: nil,
      product: "10000000",
      quotient: nil,
      remainder: "0", order: 1),
    ExactNumberVector(
      "1234567890125", "10",
      sum: "1234567890135",
      product: "12345678901250",
      quotient: "123456789012",
      remainder: "5", order: 1),
    ExactNumberVector(
      "1234567890135", "10",
      sum: "1234567890145",
      product: "12345678901350",
      quotient: "123456789014",
      remainder: "5", order: 1),
    ExactNumberVector(
      "-7", "3",
      sum: "-4",
      product: "-21",
      quotient: "-2.33333333333",
      remainder: "2", order: -1),
    ExactNumberVector(
      "7", "-3",
      sum: "4",
      product: "-21",
      quotient: "-2.33333333333",
      remainder: "-2", order: 1),
    ExactNumberVector(
      "1.5", "-0.4",
      sum: "1.1",
      product: "-0.6",
      quotient: "-3.75",
      remainder: "-0.1", order: 1),
  ]
}
