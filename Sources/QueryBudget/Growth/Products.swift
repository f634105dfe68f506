/// A sum of products of factors, each product named by the axes in it; no axes are the constant.
struct Products {
  /// How often each product counts; none of them 0.
  private(set) var coefficients: [[Int]: Rational]

  init(_ coefficients: [[Int]: Rational]) {
    self.coefficients = coefficients.filter { $0.value != 0 }
  }

  func adding(_ other: Products, times: Rational) throws(RationalOverflow) -> Products {
    var sum = coefficients
    for (axes, coefficient) in other.coefficients {
      sum[axes] = try (sum[axes] ?? 0) + coefficient * times
    }
    return Products(sum)
  }

  /// The product in which each axis counts from its value at the base, `(a - a₀)*(b - b₀)`,
  /// multiplied out.
  static func moved(_ axes: [Int], from base: [Rational]) throws(RationalOverflow) -> Products {
    var products: [[Int]: Rational] = [[]: 1]
    for axis in axes {
      for (others, coefficient) in products {
        products[others] = try coefficient * (0 - base[axis])
        products[others + [axis]] = coefficient
      }
    }
    return Products(products)
  }
}
