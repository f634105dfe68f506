import GRDB

extension TenantRows {
  /// Those of the tenant's rows that a page of a list has, and whether another page follows.
  func fetchPage<Record: FetchableRecord>(
    _ request: QueryInterfaceRequest<Record>,
    _ paging: Paging
  ) throws -> (rows: [Record], hasMore: Bool) {
    // One row more than the page holds tells whether another page follows.
    let found = try fetchAll(request.limit(paging.per + 1, offset: paging.offset))
    return (Array(found.prefix(paging.per)), found.count > paging.per)
  }
}
